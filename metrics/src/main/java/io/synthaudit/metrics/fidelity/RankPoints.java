package io.synthaudit.metrics.fidelity;

/**
 * The rows of a pair of ranked columns in which both cells are present, in ascending order of x. Rows that are equal are one
 * point where there are few distinct pairs and rows are independent; else each row is a point.
 *
 * <p>The column with more distinct values is x, whichever came first: rank correlations do not mind, and structures over y
 * stay small.
 */
final class RankPoints {

    private final int[] x;
    private final int[] y;
    private final int[] weight;
    private final int[] row;
    private final int[] perX;
    private final int[] perY;
    private final long n;
    private final int[] entity;

    private RankPoints(int[] x, int[] y, int[] weight, int[] row, int[] perX, int[] perY, long n, int[] entity) {
        this.x = x;
        this.y = y;
        this.weight = weight;
        this.row = row;
        this.perX = perX;
        this.perY = perY;
        this.n = n;
        this.entity = entity;
    }

    static RankPoints of(RankedTable table, int first, int second) {
        boolean ordered = table.distinct()[first] >= table.distinct()[second];
        int fine = ordered ? first : second;
        int coarse = ordered ? second : first;
        int[] x = table.ranks()[fine];
        int[] y = table.ranks()[coarse];
        int height = table.distinct()[fine];
        int width = table.distinct()[coarse];
        boolean dense = table.entity() == null && (long) height * width <= table.rows();
        return dense ? cells(x, y, height, width) : rows(x, y, height, width, table.entity());
    }

    private static RankPoints cells(int[] x, int[] y, int height, int width) {
        int[] cells = new int[height * width];
        int occupied = 0;
        for (int i = 0; i < x.length; i++) {
            if ((x[i] | y[i]) >= 0 && cells[x[i] * width + y[i]]++ == 0) {
                occupied++;
            }
        }
        int[] px = new int[occupied];
        int[] py = new int[occupied];
        int[] weight = new int[occupied];
        int[] perX = new int[height];
        int[] perY = new int[width];
        long n = 0;
        int next = 0;
        for (int i = 0, k = 0; i < height; i++) {
            for (int j = 0; j < width; j++, k++) {
                if (cells[k] > 0) {
                    px[next] = i;
                    py[next] = j;
                    weight[next++] = cells[k];
                    perX[i] += cells[k];
                    perY[j] += cells[k];
                    n += cells[k];
                }
            }
        }
        return new RankPoints(px, py, weight, null, perX, perY, n, null);
    }

    private static RankPoints rows(int[] x, int[] y, int height, int width, int[] entity) {
        int[] perX = new int[height];
        int[] perY = new int[width];
        int n = 0;
        for (int i = 0; i < x.length; i++) {
            if ((x[i] | y[i]) >= 0) {
                perX[x[i]]++;
                perY[y[i]]++;
                n++;
            }
        }
        int[] next = new int[height];
        for (int i = 1; i < height; i++) {
            next[i] = next[i - 1] + perX[i - 1];
        }
        int[] px = new int[n];
        int[] py = new int[n];
        int[] row = new int[n];
        int[] weight = new int[n];
        for (int i = 0; i < x.length; i++) {
            if ((x[i] | y[i]) >= 0) {
                int at = next[x[i]]++;
                px[at] = x[i];
                py[at] = y[i];
                row[at] = i;
                weight[at] = 1;
            }
        }
        return new RankPoints(px, py, weight, row, perX, perY, n, entity);
    }

    /** Number of points. */
    int size() {
        return x.length;
    }

    int x(int point) {
        return x[point];
    }

    int y(int point) {
        return y[point];
    }

    /** Rows that the point stands for. */
    int weight(int point) {
        return weight[point];
    }

    /** Rows per rank of x. Shared, not copied. */
    int[] perX() {
        return perX;
    }

    /** Rows per rank of y. Shared, not copied. */
    int[] perY() {
        return perY;
    }

    /** Number of rows. */
    long n() {
        return n;
    }

    /** Whether both columns vary over at least three rows. */
    boolean varies() {
        return n >= 3 && varies(perX) && varies(perY);
    }

    private static boolean varies(int[] counts) {
        int occurring = 0;
        for (int count : counts) {
            occurring += count > 0 ? 1 : 0;
        }
        return occurring > 1;
    }

    /**
     * Variance of a mean from the influence of each point, and the effective number of rows.
     *
     * @param influence one number per point, with weighted mean 0
     * @return variance, effective rows
     */
    double[] variance(double[] influence) {
        double squares = 0;
        for (int i = 0; i < influence.length; i++) {
            squares += weight[i] * influence[i] * influence[i];
        }
        double independent = squares / n / (n - 1);
        if (entity == null) {
            return new double[] {independent, n};
        }
        double deff = Math.max(1, squares > 0 ? clustered(influence) / squares : 1);
        return new double[] {independent * deff, n / deff};
    }

    private double clustered(double[] influence) {
        int most = 0;
        for (int person : entity) {
            most = Math.max(most, person);
        }
        double[] sums = new double[most + 1];
        for (int i = 0; i < influence.length; i++) {
            sums[entity[row[i]]] += influence[i];
        }
        double squares = 0;
        for (double sum : sums) {
            squares += sum * sum;
        }
        return squares;
    }
}
