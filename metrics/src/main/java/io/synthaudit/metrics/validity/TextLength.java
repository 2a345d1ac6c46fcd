package io.synthaudit.metrics.validity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.KolmogorovSmirnov;
import io.synthaudit.core.interval.MeanDifference;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.statistic.TextLengths;
import io.synthaudit.core.table.Field;
import java.util.List;

/**
 * How far apart the lengths of texts and ids are, in characters.
 *
 * <p>With F and G the distribution functions of the lengths in reference and candidate, \[ D = \max_l |F(l) - G(l)| \]
 * ({@code distance}); \(\bar l_c - \bar l_r\) is {@code mean-difference}.
 *
 * <ul>
 *   <li><b>How to read</b>: near 1, ids of eight characters have become ids of ten, or notes have become single words; the mean
 *       difference says which way.
 *   <li><b>Range</b>: [0, 1], lower is better; the mean difference is any number of characters, nearer zero is better.
 *   <li><b>Applies to</b>: texts, ids and keys that are not read as numbers. Characters beyond the basic plane count once.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: null-corrected bootstrap, and Welch's for the mean difference.
 *   <li><b>Cost</b>: lengths are taken once per distinct value, then one look-up a row.
 * </ul>
 *
 * <p>Running numbers grow: ids of later rows are longer, in a holdout too.
 *
 * @see <a href="https://doi.org/10.2307/2280095">Massey (1951)</a>
 */
@AutoService(Metric.class)
public final class TextLength implements ColumnMetric<SortedCounts> {

    private static final Measure DISTANCE =
            Measure.distance("distance").called("Kolmogorov-Smirnov distance of the text lengths");
    private static final Measure MEAN = new Measure(
                    "mean-difference", "character", "(-inf, inf)", Direction.ZERO, Measure.Against.DIFFERENCE)
            .called("difference of the mean text lengths in characters");

    private static final double ONE_CHARACTER = 1;

    private static final Description DESCRIPTION = new Description(
            "validity.text-length",
            "1",
            "Lengths of texts and ids",
            "Are the synthetic texts and ids as long as those of training?",
            "max |F_training(l) - F_synthetic(l)| over all lengths l in characters, missing cells left out; mean-difference ="
                    + " mean length in the synthetic table minus that in training.",
            "Running numbers grow, so ids of later rows are longer, in a holdout too. Equal lengths say nothing of the"
                    + " characters.",
            Scope.MODEL,
            List.of(),
            List.of(DISTANCE, MEAN),
            List.of("Massey (1951), doi:10.2307/2280095", "Welch (1947), doi:10.1093/biomet/34.1-2.28"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field field) {
        return Textual.of(field);
    }

    @Override
    public Statistic<SortedCounts> statistic(Field field) {
        return new TextLengths(field);
    }

    @Override
    public List<Measured> compare(SortedCounts reference, SortedCounts candidate, Comparison context) {
        if (reference.present() == 0 || candidate.present() == 0) {
            return List.of();
        }
        Estimate mean = MeanDifference.of(
                sample(candidate, context.candidateDeff()),
                sample(reference, context.referenceDeff()),
                ONE_CHARACTER,
                context.level());
        return List.of(
                new Measured(DISTANCE, Estimate.point(distance(reference, candidate), "The engine resamples.")),
                new Measured(MEAN, mean));
    }

    @Override
    public double informative(String measure, SortedCounts state) {
        return (double) state.present() / Math.max(1, state.rows());
    }

    @Override
    public double expected(String measure, SortedCounts reference, double referenceRows, double candidateRows) {
        double present = informative(measure, reference);
        return present == 0 ? 0 : KolmogorovSmirnov.expected(referenceRows * present, candidateRows * present);
    }

    private static MeanDifference.Sample sample(SortedCounts lengths, double deff) {
        double n = lengths.present();
        double mean = 0;
        for (int i = 0; i < lengths.values().length; i++) {
            mean += lengths.counts()[i] / n * lengths.values()[i];
        }
        double square = 0;
        for (int i = 0; i < lengths.values().length; i++) {
            double deviation = lengths.values()[i] - mean;
            square += lengths.counts()[i] / n * deviation * deviation;
        }
        return new MeanDifference.Sample(mean, square, n / deff);
    }

    private static double distance(SortedCounts reference, SortedCounts candidate) {
        double[] x = reference.values();
        double[] y = candidate.values();
        double n = reference.present();
        double m = candidate.present();
        long below = 0;
        long belowToo = 0;
        double largest = 0;
        for (int i = 0, j = 0; i < x.length && j < y.length; ) {
            double length = Math.min(x[i], y[j]);
            below += x[i] == length ? reference.counts()[i++] : 0;
            belowToo += y[j] == length ? candidate.counts()[j++] : 0;
            largest = Math.max(largest, Math.abs(below / n - belowToo / m));
        }
        return largest;
    }
}
