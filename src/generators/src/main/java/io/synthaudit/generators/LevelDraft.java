package io.synthaudit.generators;

import io.synthaudit.core.profile.Bins;
import io.synthaudit.core.profile.Coarsening;
import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.table.CodeColumn;
import java.util.Arrays;
import org.apache.commons.rng.UniformRandomProvider;

/** Levels drawn by code; within the code that pools rare levels, each by its training frequency. */
final class LevelDraft implements Draft {

    private final CodeColumn training;
    private final Bins bins;
    private final int[] codes;
    private final int missing;
    private final int[][] levels;
    private final Distribution[] within;
    private final int[] cells;

    LevelDraft(CodeColumn training, ColumnProfile profile, int rows) {
        this.bins = profile.pairBins();
        this.training = training;
        this.missing = bins.missing();
        this.codes = Arrays.stream(training.codes()).map(bins::bin).toArray();
        this.levels = new int[bins.size()][0];
        double[][] counts = new double[bins.size()][0];
        for (int level = 0; level < profile.levelCounts().length; level++) {
            int bin = bins.bin(level);
            int at = levels[bin].length;
            levels[bin] = Arrays.copyOf(levels[bin], at + 1);
            counts[bin] = Arrays.copyOf(counts[bin], at + 1);
            levels[bin][at] = level;
            counts[bin][at] = profile.levelCounts()[level];
        }
        this.within = Arrays.stream(counts).map(Distribution::new).toArray(Distribution[]::new);
        this.cells = new int[rows];
        Arrays.fill(cells, CodeColumn.MISSING);
    }

    @Override
    public int codes() {
        return missing + 1;
    }

    @Override
    public int[] training() {
        return codes;
    }

    @Override
    public Coarsening coarse(int most) {
        long[] counts = new long[bins.size()];
        for (int code : codes) {
            if (code != missing) {
                counts[code]++;
            }
        }
        return Coarsening.of(bins, counts, most);
    }

    @Override
    public void fill(int row, int code, UniformRandomProvider random) {
        if (code != missing) {
            int[] choices = levels[code];
            cells[row] = choices.length == 1 ? choices[0] : choices[within[code].draw(random)];
        }
    }

    @Override
    public CodeColumn column() {
        return new CodeColumn(training.field(), training.dictionary(), cells, 0);
    }
}
