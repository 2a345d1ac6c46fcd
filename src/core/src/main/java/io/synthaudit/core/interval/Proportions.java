package io.synthaudit.core.interval;

import java.util.Arrays;
import org.apache.commons.statistics.distribution.BetaDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/**
 * Intervals of proportions and of their differences, independent or paired.
 *
 * <p>Counts may be fractions: ties share a success, and a design effect divides successes and trials alike.
 */
public final class Proportions {

    private static final String NEWCOMBE = "Newcombe";

    private Proportions() {}

    /**
     * Wilson's score interval.
     *
     * @param successes between 0 and {@code trials}
     * @param trials positive
     * @param level one-sided confidence of each bound
     * @return an interval within [0, 1] that contains the share
     * @see <a href="https://doi.org/10.1080/01621459.1927.10502953">Wilson (1927)</a>
     */
    public static Interval wilson(double successes, double trials, double level) {
        Arguments.counts(successes, trials);
        double z2 = square(Normal.z(level));
        double centre = successes + z2 / 2;
        double half = Math.sqrt(z2 * (successes * (trials - successes) / trials + z2 / 4));
        double share = successes / trials;
        double lower = successes == 0 ? 0 : Math.max(0, Math.min(share, (centre - half) / (trials + z2)));
        double upper = successes == trials ? 1 : Math.min(1, Math.max(share, (centre + half) / (trials + z2)));
        return new Interval(lower, upper, level, "Wilson");
    }

    /**
     * The exact interval of Clopper and Pearson, through the beta law, so that effective counts need not be whole.
     *
     * <p>With \(\beta = 1 - \mathit{level}\): lower \(B^{-1}(\beta; k, n-k+1)\), 0 if \(k = 0\); upper
     * \(B^{-1}(1-\beta; k+1, n-k)\), 1 if \(k = n\).
     *
     * @param k successes, between 0 and {@code n}
     * @param n trials, positive
     * @param level one-sided confidence of each bound
     * @return an interval within [0, 1] that contains the share
     * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934)</a>
     */
    public static Interval clopperPearson(double k, double n, double level) {
        Arguments.counts(k, n);
        Arguments.level(level);
        double share = k / n;
        double lower = k == 0 ? 0 : Math.min(share, betaQuantile(1 - level, k, n - k + 1));
        double upper = k == n ? 1 : Math.max(share, betaQuantile(level, k + 1, n - k));
        return new Interval(lower, upper, level, "Clopper-Pearson");
    }

    /**
     * The largest share that {@code n} trials without a success leave possible: \(1 - (1-\mathit{level})^{1/n}\), about
     * 3/n at 0.95.
     *
     * @param n trials, positive
     * @param level one-sided confidence
     * @return in (0, 1)
     */
    public static double unseen(double n, double level) {
        Arguments.positive(n, "trials");
        return -StrictMath.expm1(StrictMath.log(1 - Arguments.level(level)) / n);
    }

    /**
     * A share with Wilson's interval on the effective size.
     *
     * @param successes between 0 and {@code trials}
     * @param trials positive
     * @param deff design effect, at least 1
     * @param level one-sided confidence of each bound
     * @return value = successes / trials, no bias
     */
    public static Estimate share(double successes, double trials, double deff, double level) {
        double n = DesignEffect.effective(trials, deff);
        return Estimate.of(successes / trials, wilson(successes / trials * n, n, level));
    }

    /**
     * A share with the interval of Clopper and Pearson on the effective size: for counts of a few, and limits near 0.
     *
     * @param successes between 0 and {@code trials}
     * @param trials positive
     * @param deff design effect, at least 1
     * @param level one-sided confidence of each bound
     * @return value = successes / trials, no bias
     */
    public static Estimate exactShare(double successes, double trials, double deff, double level) {
        double n = DesignEffect.effective(trials, deff);
        return Estimate.of(successes / trials, clopperPearson(Math.min(n, successes / deff), n, level));
    }

    /**
     * The difference k1/n1 - k2/n2 of two independent proportions, with Newcombe's hybrid of two Wilson intervals.
     *
     * @param k1 successes of the first sample
     * @param n1 trials of the first sample, positive
     * @param k2 successes of the second sample
     * @param n2 trials of the second sample, positive
     * @param level one-sided confidence of each bound
     * @return value in [-1, 1], no bias
     * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">Newcombe (1998),
     *     method 10</a>
     */
    public static Estimate difference(double k1, double n1, double k2, double n2, double level) {
        return newcombe(k1 / n1, wilson(k1, n1, level), k2 / n2, wilson(k2, n2, level));
    }

    /**
     * The difference of two independent rates, each with its effective size.
     *
     * @param p1 the first rate, in [0, 1]
     * @param n1 its effective size, positive
     * @param p2 the second rate, in [0, 1]
     * @param n2 its effective size, positive
     * @param level one-sided confidence of each bound
     * @return value p1 - p2, no bias
     */
    public static Estimate differenceOfRates(double p1, double n1, double p2, double n2, double level) {
        return newcombe(p1, wilson(p1 * n1, n1, level), p2, wilson(p2 * n2, n2, level));
    }

    private static Estimate newcombe(double p1, Interval i1, double p2, Interval i2) {
        Interval bounds = mover(p1, i1, p2, i2);
        return Estimate.of(
                p1 - p2, new Interval(bounds.lower(), bounds.upper(), bounds.level(), NEWCOMBE).clippedTo(-1, 1));
    }

    /**
     * The interval of v1 - v2 from the intervals of two independent values ("method of variance estimates recovery").
     *
     * @param v1 the first value
     * @param i1 its interval
     * @param v2 the second value
     * @param i2 its interval, at the same level
     * @return an interval that contains v1 - v2
     * @see <a href="https://doi.org/10.1002/sim.2747">Zou and Donner (2008)</a>
     */
    public static Interval mover(double v1, Interval i1, double v2, Interval i2) {
        return mover(v1, i1, 1, v2, i2);
    }

    /**
     * The interval of a difference of two independent values whose intervals may have a bias subtracted: a bias is no noise, and
     * must not be taken together with it by its square. It holds what {@link #mover} gives about the values and about the middles
     * of the intervals.
     *
     * @param first a value with its interval
     * @param second another one, at the same level
     * @return an interval that contains the difference of the values
     */
    public static Interval moverOfCentres(Estimate first, Estimate second) {
        Interval i1 = first.interval();
        Interval i2 = second.interval();
        Interval values = mover(first.value(), i1, second.value(), i2);
        Interval middles = mover((i1.lower() + i1.upper()) / 2, i1, (i2.lower() + i2.upper()) / 2, i2);
        return new Interval(
                Math.min(values.lower(), middles.lower()),
                Math.max(values.upper(), middles.upper()),
                values.level(),
                values.method());
    }

    /**
     * The interval of v1 - factor * v2 from the intervals of two independent values.
     *
     * @param v1 the first value
     * @param i1 its interval
     * @param factor what the second value is multiplied with, not negative
     * @param v2 the second value
     * @param i2 its interval, at the same level
     * @return an interval that contains v1 - factor * v2
     * @throws IllegalArgumentException if the levels differ or the factor is negative
     */
    public static Interval mover(double v1, Interval i1, double factor, double v2, Interval i2) {
        return mover(v1, i1, factor, v2, i2, 0);
    }

    /**
     * The interval of v1 - factor * v2 from the intervals of two correlated values.
     *
     * @param v1 the first value
     * @param i1 its interval
     * @param factor what the second value is multiplied with, not negative
     * @param v2 the second value
     * @param i2 its interval, at the same level
     * @param correlation of the two values, in [-1, 1]
     * @return an interval that contains v1 - factor * v2
     * @throws IllegalArgumentException if the levels differ, the factor is negative or the correlation leaves its range
     */
    public static Interval mover(double v1, Interval i1, double factor, double v2, Interval i2, double correlation) {
        if (i1.level() != i2.level()) {
            throw new IllegalArgumentException("levels differ: " + i1.level() + ", " + i2.level());
        }
        if (!(factor >= 0) || !(Math.abs(correlation) <= 1)) {
            throw new IllegalArgumentException("the factor cannot be negative, nor the correlation leave [-1, 1]");
        }
        double below1 = Math.max(0, v1 - i1.lower());
        double above1 = Math.max(0, i1.upper() - v1);
        double below2 = Math.max(0, v2 - i2.lower()) * factor;
        double above2 = Math.max(0, i2.upper() - v2) * factor;
        double value = v1 - factor * v2;
        String methods = i1.method().equals(i2.method()) ? i1.method() : i1.method() + " and " + i2.method();
        return new Interval(
                value - hypotenuse(below1, above2, correlation),
                value + hypotenuse(above1, below2, correlation),
                i1.level(),
                "MOVER of " + methods);
    }

    /**
     * The difference of two proportions on the same targets, with Newcombe's interval for paired data: Wilson bounds of both
     * shares, combined with their correlation, which is corrected for continuity so that the interval keeps its width when no
     * target differs.
     *
     * @param both targets on which both succeed
     * @param onlyFirst targets on which only the first succeeds
     * @param onlySecond targets on which only the second succeeds
     * @param neither targets on which neither succeeds
     * @param level one-sided confidence of each bound
     * @return value (onlyFirst - onlySecond) / targets, in [-1, 1], no bias
     * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19981130)17:22%3C2635::AID-SIM954%3E3.0.CO;2-C">Newcombe (1998),
     *     Statistics in Medicine 17, 2635, method 10</a>
     */
    public static Estimate pairedDifference(long both, long onlyFirst, long onlySecond, long neither, double level) {
        if (Math.min(Math.min(both, onlyFirst), Math.min(onlySecond, neither)) < 0) {
            throw new IllegalArgumentException("counts cannot be negative");
        }
        double n = (double) both + onlyFirst + onlySecond + neither;
        double first = (double) both + onlyFirst;
        double second = (double) both + onlySecond;
        Interval i1 = wilson(first, n, level);
        Interval i2 = wilson(second, n, level);
        double margins = first * (n - first) * second * (n - second);
        double agreement = (double) both * neither - (double) onlyFirst * onlySecond;
        double corrected = agreement > 0 ? Math.max(0, agreement - n / 2) : agreement;
        double phi = margins == 0 ? 0 : corrected / Math.sqrt(margins);
        double value = ((double) onlyFirst - onlySecond) / n;
        double below = hypotenuse(first / n - i1.lower(), i2.upper() - second / n, phi);
        double above = hypotenuse(i1.upper() - first / n, second / n - i2.lower(), phi);
        return Estimate.of(
                value, new Interval(value - below, value + above, level, "Newcombe, paired").clippedTo(-1, 1));
    }

    /**
     * The mean difference of two success shares on the same targets, where a success may be a fraction and targets may be
     * clustered.
     *
     * <p>The adjusted Wald interval of Bonett and Price, carried over to clusters: two clusters of average size are added, one
     * in which only the first succeeds and one in which only the second does. With clusters the standard error is the
     * linearised one, times Student's t (clusters + 1 degrees of freedom). Thus the interval never has width 0, even when no
     * target differs. The value itself is not adjusted.
     *
     * @param first success per target, in [0, 1]
     * @param second success per target, in [0, 1], same order
     * @param cluster a cluster number per target, or null if targets are independent
     * @param level one-sided confidence of each bound
     * @return value mean(first) - mean(second), in [-1, 1], no bias
     * @see <a href="https://doi.org/10.3102/1076998610396892">Bonett and Price (2012)</a>
     */
    public static Estimate pairedMean(double[] first, double[] second, int[] cluster, double level) {
        int n = first.length;
        Arguments.positive(n, "targets");
        Arguments.sameLength(n, second.length, "second");
        Clusters clusters = Clusters.of(cluster, n);
        double[] differences = new double[n];
        double sum = 0;
        for (int i = 0; i < n; i++) {
            differences[i] =
                    Arguments.probability(first[i], "a success") - Arguments.probability(second[i], "a success");
            sum += differences[i];
        }
        double value = sum / n;
        double added = (double) n / clusters.count();
        double rows = n + 2 * added;
        double centre = sum / rows;
        double[] sizes = clusters.sizes();
        double[] totals = clusters.sums(differences);
        double[] deviations = Arrays.copyOf(totals, totals.length + 2);
        for (int g = 0; g < totals.length; g++) {
            deviations[g] -= sizes[g] * centre;
        }
        deviations[totals.length] = added * (1 - centre);
        deviations[totals.length + 1] = added * (-1 - centre);
        int units = deviations.length;
        boolean independent = cluster == null;
        double variance = Clusters.varianceOfTotal(deviations) * (independent ? (units - 1.0) / units : 1);
        double quantile = independent
                ? Normal.z(level)
                : TDistribution.of(units - 1.0).inverseCumulativeProbability(Arguments.level(level));
        double half = quantile * Math.sqrt(variance) / rows;
        String method = independent ? "adjusted Wald, paired" : "adjusted Wald, paired, cluster-robust";
        Interval bounds = new Interval(Math.min(value, centre - half), Math.max(value, centre + half), level, method);
        return Estimate.of(value, bounds.clippedTo(-1, 1));
    }

    private static double hypotenuse(double a, double b, double correlation) {
        return Math.sqrt(Math.max(0, a * a - 2 * correlation * a * b + b * b));
    }

    /** The library's root finder stops at 1e-9; two Newton steps make small bounds exact. */
    private static double betaQuantile(double p, double a, double b) {
        BetaDistribution beta = BetaDistribution.of(a, b);
        double x = beta.inverseCumulativeProbability(p);
        for (int i = 0; i < 2; i++) {
            double step = (beta.cumulativeProbability(x) - p) / beta.density(x);
            if (Double.isFinite(step) && x - step > 0 && x - step < 1) {
                x -= step;
            }
        }
        return x;
    }

    private static double square(double x) {
        return x * x;
    }
}
