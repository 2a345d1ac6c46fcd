package io.synthaudit.learn.neighbour;

/**
 * Base rows made ready for a search: rows that are alike taken together, coded, put in leaf order and laid out in lanes.
 *
 * <p>Memory: 28 bytes per base row, and 4 bytes per distinct base row and lane; while it is made, 4 bytes more per cell.
 */
final class RowIndex {

    final Gower gower;
    final Gower.Rows base;
    final Groups groups;
    final CellCodes codes;
    final Leaves leaves;
    final Lanes lanes;

    /**
     * Makes it.
     *
     * @param queries all rows that will be asked for; they decide where numbers are cut
     */
    RowIndex(Gower gower, Gower.Rows queries, Gower.Rows base) {
        this.gower = gower;
        this.base = base;
        this.groups = Groups.of(base.cells());
        this.codes = CellCodes.of(gower, queries, base);
        int[][] coded = codes.base(base, groups.firsts());
        this.leaves = Leaves.of(codes, coded, groups.count());
        this.lanes = new Lanes(codes, coded, leaves);
    }
}
