package io.synthaudit.attacks.inference;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;

/**
 * A secret level: a guess is right if it is equal. Without the synthetic table the most frequent training level is guessed, of
 * equally frequent ones the first.
 *
 * @param guesses codes of the synthetic column
 * @param mode the most frequent training level
 * @param rare the rarest level with at least 50 training rows, or {@link Secret#NONE}
 */
record LevelSecret(int[] guesses, int mode, int rare) implements Secret {

    private static final int FEWEST_ROWS = 50;

    static LevelSecret of(CodeColumn training, CodeColumn synthetic) {
        int[] counts = new int[training.dictionary().size()];
        for (int code : training.codes()) {
            if (code >= 0) {
                counts[code]++;
            }
        }
        int mode = 0;
        int rare = NONE;
        for (int level = 0; level < counts.length; level++) {
            mode = counts[level] > counts[mode] ? level : mode;
            if (counts[level] >= FEWEST_ROWS && (rare == NONE || counts[level] < counts[rare])) {
                rare = level;
            }
        }
        return new LevelSecret(synthetic.codes(), mode, rare);
    }

    @Override
    public double success(Column truth, int row, NearestRows.Ties ties) {
        return share(((CodeColumn) truth).codes()[row], ties);
    }

    private double share(int level, NearestRows.Ties ties) {
        int votes = 0;
        for (int i = 0; i < ties.size(); i++) {
            votes += guesses[ties.row(i)] == level ? 1 : 0;
        }
        return (double) votes / ties.size();
    }

    @Override
    public double baseline(Column truth, int row) {
        return ((CodeColumn) truth).codes()[row] == mode ? 1 : 0;
    }

    @Override
    public double rareShare(NearestRows.Ties ties) {
        return share(rare, ties);
    }

    @Override
    public boolean isRare(Column truth, int row) {
        return ((CodeColumn) truth).codes()[row] == rare;
    }
}
