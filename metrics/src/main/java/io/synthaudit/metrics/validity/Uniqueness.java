package io.synthaudit.metrics.validity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Share of distinct values in the candidate minus that in the reference, at equal numbers of cells.
 *
 * <p>Of n cells, in which value v occurs \(n_v\) times, k drawn without repetition hold \[ D(k) = \sum_v 1 -
 * \binom{n - n_v}{k} / \binom nk \] distinct values in expectation; with k the smaller number of present cells, {@code
 * difference} is \(D_c(k)/k - D_r(k)/k\). Shares of all cells could not be compared, for they shrink as tables grow. {@code
 * share} is D(m)/m of the m candidate cells where no reference value repeats; SDMetrics' KeyUniqueness, but for missing
 * cells, which repeat one another there.
 *
 * <ul>
 *   <li><b>How to read</b>: a key has a share of 1. A difference below 0 means values that repeat where real ones do not; above
 *       0, a person who owns several rows in training is a stranger in each of them.
 *   <li><b>Range</b>: [-1, 1], nearer zero is better; the share [0, 1], higher is better.
 *   <li><b>Applies to</b>: texts, ids and keys, also keys that are numbers.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: Newcombe and Wilson. The number of distinct values varies no more than a binomial number of that mean:
 *       occupied values are negatively associated; wide where few values repeat often.
 *   <li><b>Cost</b>: sorting the codes of each column once.
 * </ul>
 *
 * @see <a href="https://doi.org/10.2307/1934145">Hurlbert (1971), rarefaction</a>
 * @see <a href="https://doi.org/10.1214/aos/1176346079">Joag-Dev and Proschan (1983), negative association</a>
 */
@AutoService(Metric.class)
public final class Uniqueness implements ColumnMetric<SortedCounts> {

    private static final Measure DIFFERENCE = Measure.difference("difference", "[-1, 1]")
            .called("difference of the shares of distinct values at equal sizes");
    private static final Measure SHARE = Measure.share("share").called("share of values that repeat no earlier one");

    private static final Applicability OTHER =
            Applicability.no("kind", "The column holds neither texts nor ids nor keys.");

    private static final Description DESCRIPTION = new Description(
            "validity.uniqueness",
            "1",
            "Uniqueness of texts and ids",
            "Do texts, ids and keys repeat as rarely as they do in training?",
            "Distinct values over present cells in the synthetic table minus training, in expectation over samples of equal"
                    + " size from each; share = distinct values over present cells of the synthetic table, where no training"
                    + " value repeats.",
            "A key that is unique may still hold the keys of training rows: see replayed values.",
            Scope.MODEL,
            List.of(),
            List.of(DIFFERENCE, SHARE),
            List.of(
                    "Hurlbert (1971), doi:10.2307/1934145",
                    "Joag-Dev and Proschan (1983), doi:10.1214/aos/1176346079"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field field) {
        return field.isKey() || field.kind() == Kind.TEXT ? Applicability.YES : OTHER;
    }

    @Override
    public Statistic<SortedCounts> statistic(Field field) {
        return new Distinct(field);
    }

    @Override
    public List<Measured> compare(SortedCounts reference, SortedCounts candidate, Comparison context) {
        long n = reference.present();
        long m = candidate.present();
        if (n == 0 || m == 0) {
            return List.of();
        }
        long k = Math.min(n, m);
        double rows = m / context.candidateDeff();
        List<Measured> result = new ArrayList<>();
        result.add(new Measured(
                DIFFERENCE,
                Proportions.differenceOfRates(
                        distinct(candidate, k) / k,
                        rows,
                        distinct(reference, k) / k,
                        n / context.referenceDeff(),
                        context.level())));
        if (reference.values().length == n) {
            result.add(new Measured(
                    SHARE, Proportions.share(candidate.values().length, m, context.candidateDeff(), context.level())));
        }
        return result;
    }

    @Override
    public Reason leftOut(Measure measure, SortedCounts reference, SortedCounts candidate) {
        return measure.equals(SHARE) && reference.present() > 0 && candidate.present() > 0
                ? new Reason("kind", "Training values repeat, so the column is no key.")
                : null;
    }

    /** Expected number of distinct values among k cells. Binomial quotients are carried from one frequency to the next. */
    static double distinct(SortedCounts cells, long k) {
        long n = cells.present();
        if (k == n) {
            return cells.values().length;
        }
        long[] frequencies = cells.counts().clone();
        Arrays.sort(frequencies);
        double sum = 0;
        double absent = 1;
        long at = 0;
        for (long frequency : frequencies) {
            for (; at < frequency && absent > 0; at++) {
                absent *= Math.max(0.0, n - k - at) / (n - at);
            }
            sum += 1 - absent;
        }
        return Math.min(k, sum);
    }
}
