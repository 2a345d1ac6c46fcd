package io.synthaudit.testkit.simulation;

import io.synthaudit.core.interval.Normal;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The laws under which bounds are simulated: even, skewed, zero-inflated, continuous, with missing cells, in clusters, and cells
 * that are written in several ways.
 */
public final class Laws {

    private static final int ROWS = 4_000;
    private static final int DAY = 86_400;
    private static final double[] PLANTED = {0, 0.05, 0.15};

    private Laws() {}

    /** Laws of one column or some that are independent of one another, with no, a small and a large planted difference each. */
    public static List<Law> columns() {
        List<Law> laws = new ArrayList<>();
        for (double d : PLANTED) {
            double[] even = shares(12, k -> 1);
            double[] skewed = shares(20, k -> 1.0 / ((k + 1) * (k + 1)));
            double[] zeros = shares(25, k -> k == 0 ? 3.5 : 0.3 * StrictMath.pow(0.8, k - 1));
            laws.add(column("even", d, k -> k, even, moved(even, d), 0, 0));
            laws.add(column("skewed", d, k -> k * k, skewed, moved(skewed, d), 0, 0));
            laws.add(column("zero-inflated", d, k -> k == 0 ? 0 : 50 + 3 * k * k, zeros, moved(zeros, d), 0, 0));
            laws.add(column("missing", d, k -> k, even, moved(even, d), 0.2, 0.2 + d));
            laws.add(continuous(d));
            laws.add(column("skewed", d, k -> k * k, skewed, moved(skewed, d), 0, 0)
                    .inClusters());
            laws.add(written(d));
            if (d > 0) {
                laws.add(column("foreign", d, k -> k, even, foreign(even, d), 0, 0));
            }
        }
        return laws;
    }

    /** Laws of two columns of numbers and one of levels, equal in both tables or of different association. */
    public static List<Law> pairs() {
        List<Law> laws = new ArrayList<>();
        for (Grid grid : List.of(new Grid("coarse", 4, 5, 3), new Grid("fine", 12, 8, 6))) {
            laws.add(grid.law(0, 0));
            laws.add(grid.law(0.1, 0.1));
            laws.add(grid.law(0.4, 0.4));
            laws.add(grid.law(0, 0.2));
            laws.add(grid.law(0.4, 0));
            laws.add(grid.law(0.4, 0.6));
        }
        Grid coarse = new Grid("coarse", 4, 5, 3);
        laws.add(coarse.law(1, 1));
        laws.add(coarse.law(1, 0.9));
        laws.add(coarse.law(0, 0).inClusters());
        laws.add(coarse.law(0.4, 0.6).inClusters());
        laws.add(new Law("heavy tails", "", correlated(0.5), correlated(0.5), false));
        laws.add(new Law("heavy tails", "correlation 0.5 to 0.8", correlated(0.5), correlated(0.8), false));
        return laws;
    }

    /** Laws of whole tables whose synthetic rows are fresh, or copy a twentieth or three tenths from training. */
    public static List<Law> leaks() {
        List<Law> laws = new ArrayList<>();
        for (double copied : new double[] {0, 0.05, 0.3}) {
            laws.add(new Grid("coarse", 4, 5, 3).law(0.4, 0.4).leaking(copied));
            laws.add(new Grid("fine", 12, 8, 6).law(0.4, 0.4).leaking(copied));
            Law heavy = new Law("heavy tails", "", correlated(0.5), correlated(0.5), false);
            laws.add(heavy.leaking(copied));
            laws.add(heavy.leaking(copied).inClusters());
        }
        return laws;
    }

    private interface OfCell {
        double of(int k);
    }

    private static double[] shares(int cells, OfCell weight) {
        double[] p = new double[cells];
        double sum = 0;
        for (int k = 0; k < cells; k++) {
            p[k] = weight.of(k);
            sum += p[k];
        }
        for (int k = 0; k < cells; k++) {
            p[k] /= sum;
        }
        return p;
    }

    /** Mass moved from the first half of the cells to the second, in proportion: a total variation distance of d. */
    private static double[] moved(double[] p, double d) {
        double first = 0;
        for (int k = 0; k < p.length / 2; k++) {
            first += p[k];
        }
        double[] q = p.clone();
        for (int k = 0; k < p.length; k++) {
            q[k] += k < p.length / 2 ? -d * p[k] / first : d * p[k] / (1 - first);
        }
        return q;
    }

    /** A share d of the cells moved to three cells that the real law lacks. */
    private static double[] foreign(double[] p, double d) {
        double[] q = java.util.Arrays.copyOf(p, p.length + 3);
        for (int k = 0; k < q.length; k++) {
            q[k] = k < p.length ? p[k] * (1 - d) : d / 3;
        }
        return q;
    }

    private static Law column(
            String name, double d, OfCell value, double[] real, double[] made, double missing, double madeMissing) {
        return new Law(name, planted(d), column(value, real, missing), column(value, made, madeMissing), false);
    }

    private static String planted(double d) {
        return d == 0 ? "" : String.format(Locale.ROOT, "%.2f", d);
    }

    private static Table column(OfCell value, double[] shares, double missing) {
        Population population = Population.of("number", "level");
        population.add(Math.round(missing * ROWS), Double.NaN, Double.NaN);
        for (int k = 0; k < shares.length; k++) {
            population.add(Math.round((1 - missing) * shares[k] * ROWS), value.of(k), k);
        }
        return population.table();
    }

    /** Log-normal numbers, all different. */
    private static Law continuous(double d) {
        Population real = Population.of("number");
        Population made = Population.of("number");
        int every = d == 0 ? Integer.MAX_VALUE : (int) Math.round(0.5 / d);
        for (int i = 0; i < ROWS; i++) {
            double value = StrictMath.exp(quantile(i));
            int times = i % every != every - 1 ? 1 : i < ROWS / 2 ? 0 : 2;
            real.add(1, value);
            made.add(times, value);
        }
        return new Law("continuous", planted(d), real.table(), made.table(), false);
    }

    /** A text, an instant and a price: what is measured of how cells are written. */
    private static Law written(double d) {
        double[] shares = shares(32, k -> 1 + k % 3);
        return new Law("written", planted(d), written(shares), written(moved(shares, d)), false);
    }

    private static Table written(double[] shares) {
        Population population = Population.of("text", "instant", "price");
        for (int k = 0; k < shares.length; k++) {
            double instant = DAY * (23.0 * k) + 3_600 * (k % 5 * 4) + (k % 3 == 0 ? 0 : 1_830);
            double price = k % 4 == 0 ? 10 * k : k % 4 == 1 ? k + 0.5 : k % 4 == 2 ? k + 0.99 : k;
            population.add(Math.round(shares[k] * ROWS), k, instant, price);
        }
        return population.table();
    }

    private static double quantile(int i) {
        double p = (i + 0.5) / ROWS;
        return p < 0.5 ? -Normal.z(1 - p) : Normal.z(p);
    }

    /** Pairs of log-normal numbers of that correlation before the exponential, and the quarter that the first lies in. */
    private static Table correlated(double r) {
        Population population = Population.of("x", "y", "level");
        for (int i = 0; i < ROWS; i++) {
            double x = quantile(i);
            // A lattice: multiples of the golden ratio spread evenly whatever their number.
            double z = quantile((int) (i * 2_472L % ROWS));
            double y = r * x + Math.sqrt(1 - r * r) * z;
            population.add(1, StrictMath.exp(x), StrictMath.exp(y), y < 0 ? 0 : x < 0 ? 1 : 2);
        }
        return population.table();
    }

    /**
     * Three columns of few values. A share of the rows has y and the level determined by x; in the others all are independent,
     * exactly. One x in ten is missing.
     */
    private record Grid(String name, int xs, int ys, int levels) {

        Law law(double real, double made) {
            String association = String.format(Locale.ROOT, "%.1f to %.1f", real, made);
            return new Law(
                    name + String.format(Locale.ROOT, " %.1f", real),
                    real == made ? "" : association,
                    table(real),
                    table(made),
                    false);
        }

        private Table table(double strength) {
            Population population = Population.of("x", "y", "level");
            long tied = Math.round(10 * strength);
            for (int x = 0; x < xs; x++) {
                for (int y = 0; y < ys; y++) {
                    for (int k = 0; k < levels; k++) {
                        double cellX = x == 1 ? Double.NaN : x * x;
                        int bound = x * ys / xs;
                        boolean follows = bound == y && x * levels / xs == k;
                        long all = (long) weight(ys) * weight(levels);
                        long times = (10 - tied) * weightOf(y) * weightOf(k) + (follows ? tied * all : 0);
                        population.add(times, cellX, y * y, k);
                    }
                }
            }
            return population.table();
        }

        /** Weights 3, 1, 1, ... : the first value is the commonest. */
        private static long weightOf(int k) {
            return k == 0 ? 3 : 1;
        }

        private static int weight(int cells) {
            return cells + 2;
        }
    }
}
