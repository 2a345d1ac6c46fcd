package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.table.Table;

/** A table with each cell's training-profile bin: 4 bytes a cell, 8 where a column has more than 256 levels. */
public final class CodedTable {

    private final Table table;
    private final int[][] codes;
    private final int[][] pairCodes;

    public CodedTable(Table table, Profile profile) {
        this.table = table;
        int size = table.columns().size();
        this.codes = new int[size][];
        this.pairCodes = new int[size][];
        for (int c = 0; c < size; c++) {
            ColumnProfile column = profile.column(c);
            codes[c] = column.bins().codes(table.column(c));
            pairCodes[c] = column.bins() == column.pairBins()
                    ? codes[c]
                    : column.pairBins().codes(table.column(c));
        }
    }

    private CodedTable(Table table, int[][] codes, int[][] pairCodes) {
        this.table = table;
        this.codes = codes;
        this.pairCodes = pairCodes;
    }

    /** The given rows as a coded table of its own. */
    public CodedTable select(int[] rows) {
        int[][] chosen = new int[codes.length][];
        int[][] chosenPairs = new int[codes.length][];
        for (int c = 0; c < codes.length; c++) {
            chosen[c] = select(codes[c], rows);
            chosenPairs[c] = codes[c] == pairCodes[c] ? chosen[c] : select(pairCodes[c], rows);
        }
        return new CodedTable(table.select(rows), chosen, chosenPairs);
    }

    private static int[] select(int[] codes, int[] rows) {
        int[] chosen = new int[rows.length];
        for (int i = 0; i < rows.length; i++) {
            chosen[i] = codes[rows[i]];
        }
        return chosen;
    }

    public Table table() {
        return table;
    }

    int[] codes(int column) {
        return codes[column];
    }

    int[] pairCodes(int column) {
        return pairCodes[column];
    }

    /**
     * Goes through all rows, or the chosen ones, block by block, and merges the blocks from left to right; a statistic of whole
     * numbers gets one block.
     */
    public <S extends State<S>> S observe(Statistic<S> statistic, Profile profile, int[] chosen) {
        int rows = chosen == null ? table.rows() : chosen.length;
        if (statistic.isWhole()) {
            S all = statistic.empty(profile);
            statistic.observe(new Slice(this, chosen, 0, rows), all);
            return all;
        }
        S total = null;
        for (int from = 0; from < rows || total == null; from += Slice.BLOCK) {
            S block = statistic.empty(profile);
            statistic.observe(new Slice(this, chosen, from, Math.min(rows, from + Slice.BLOCK)), block);
            total = total == null ? block : total.merge(block);
        }
        return total;
    }
}
