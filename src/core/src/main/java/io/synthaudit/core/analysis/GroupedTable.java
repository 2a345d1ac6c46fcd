package io.synthaudit.core.analysis;

import java.util.List;

/**
 * A table of counts or means, one cell per group.
 *
 * @param id its name
 * @param by the columns with the groups
 * @param statistic what each cell holds
 * @param of the column of which means are taken; empty for counts
 * @param weights the column with the weight of each row; empty for equal weights
 */
public record GroupedTable(String id, List<String> by, Statistic statistic, String of, String weights)
        implements Analysis {

    public GroupedTable {
        by = List.copyOf(by);
    }

    /** What a cell holds. */
    public enum Statistic {
        /** The share of all rows, or of their weight. */
        COUNT,
        /** The mean of a column. */
        MEAN
    }
}
