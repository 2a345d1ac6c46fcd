package io.synthaudit.generators;

/**
 * Mutual information of two columns of codes, in nats, less what independent columns of that size would show.
 *
 * <p>The plug-in estimate of two independent columns is about \((r - 1)(c - 1) / 2n\), for r and c the codes that occur:
 * without the correction a tree would tie together the columns with the most levels, whose pairs are single people.
 *
 * @see <a href="https://doi.org/10.1162/089976603321780272">Paninski (2003), Estimation of entropy and mutual
 *     information</a>
 */
final class Dependence {

    private Dependence() {}

    /**
     * In nats; about 0 for independent columns, and then as often below as above.
     *
     * @param x codes of the first column, one per row
     * @param height number of codes of the first column
     * @param y codes of the second column
     * @param width number of codes of the second column
     */
    static double of(int[] x, int height, int[] y, int width) {
        long[] cells = new long[height * width];
        long[] rows = new long[height];
        long[] columns = new long[width];
        for (int i = 0; i < x.length; i++) {
            cells[x[i] * width + y[i]]++;
            rows[x[i]]++;
            columns[y[i]]++;
        }
        double n = x.length;
        double information = 0;
        for (int a = 0; a < rows.length; a++) {
            for (int b = 0; b < width; b++) {
                long count = cells[a * width + b];
                if (count > 0) {
                    information += count / n * StrictMath.log(count * n / ((double) rows[a] * columns[b]));
                }
            }
        }
        return information - (occurring(rows) - 1) * (occurring(columns) - 1) / (2 * n);
    }

    private static double occurring(long[] counts) {
        int occurring = 0;
        for (long count : counts) {
            occurring += count > 0 ? 1 : 0;
        }
        return occurring;
    }
}
