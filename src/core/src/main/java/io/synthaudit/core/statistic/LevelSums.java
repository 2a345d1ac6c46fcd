package io.synthaudit.core.statistic;

import io.synthaudit.core.profile.Bins;

/** Power sums of a column of numbers, apart for each level of another column. */
public final class LevelSums implements State<LevelSums> {

    private static final int ORDERS = 5;

    private final Bins levels;
    private final double centre;
    private final double spread;
    private final double[] sums;
    private long rows;

    LevelSums(Bins levels, double centre, double spread) {
        this.levels = levels;
        this.centre = centre;
        this.spread = spread;
        this.sums = new double[levels.codes() * ORDERS];
    }

    void add(int level, double value) {
        rows++;
        if (level == levels.missing() || Double.isNaN(value)) {
            return;
        }
        double u = (value - centre) / spread;
        double uu = u * u;
        int at = level * ORDERS;
        sums[at]++;
        sums[at + 1] += u;
        sums[at + 2] += uu;
        sums[at + 3] += uu * u;
        sums[at + 4] += uu * uu;
    }

    @Override
    public LevelSums merge(LevelSums other) {
        LevelSums merged = new LevelSums(levels, centre, spread);
        for (int i = 0; i < sums.length; i++) {
            merged.sums[i] = sums[i] + other.sums[i];
        }
        merged.rows = rows + other.rows;
        return merged;
    }

    @Override
    public long rows() {
        return rows;
    }

    /** Number of codes of the levels; missing has no rows, levels that training lacks are the last one. */
    public int codes() {
        return levels.codes();
    }

    /** Rows of a level in which the number is present. */
    public double count(int level) {
        return sums[level * ORDERS];
    }

    /** Sum of u^order over the rows of a level, u being the standardised number; order 1 to 4. */
    public double sum(int level, int order) {
        return sums[level * ORDERS + order];
    }

    /** How the levels were made, see {@link Bins#variant}. */
    public String variant() {
        return levels.variant();
    }
}
