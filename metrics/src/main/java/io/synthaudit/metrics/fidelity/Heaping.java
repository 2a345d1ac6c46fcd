package io.synthaudit.metrics.fidelity;

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
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.Digits;
import io.synthaudit.core.statistic.MarginCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.List;

/**
 * Whether last digits and round numbers are as frequent as in training, where people round to tens and fives.
 *
 * <p>All numbers are rounded to the training column's precision: the fewest decimals, up to six, that write at least 99 % of
 * its numbers exactly (whole numbers: none). {@code last-digit} is the total variation distance \(\tfrac12 \sum_{d=0}^9 |p_d -
 * q_d|\) of the last digits there; {@code multiples-of-10} is the share of numbers that end in 0 minus training's share,
 * {@code multiples-of-5} that of those that end in 0 or 5, both in units of the last place.
 *
 * <ul>
 *   <li><b>Range</b>: distance [0, 1], lower is better; differences [-1, 1], nearer zero is better.
 *   <li><b>Applies to</b>: numeric and integer columns; not those of training that need more than six decimals, where a last
 *       digit means nothing.
 *   <li><b>Missing cells</b>: left out, and so are zeros, which have a metric of their own.
 *   <li><b>Interval</b>: null-corrected bootstrap for the distance, the excess likewise; Newcombe for the differences.
 *   <li><b>Cost</b>: a rounding or two per cell.
 * </ul>
 *
 * <p>In a column of small numbers, such as years of school, the last digit is the number itself. Rounding hides decimals that
 * training does not have: those are counted by {@link Decimals}.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176348396">Heitjan and Rubin (1991), coarse data</a>
 */
@AutoService(Metric.class)
public final class Heaping implements ColumnMetric<MarginCounts> {

    /** Share of training numbers that the precision has to write exactly, so that one odd cell does not set it. */
    private static final double ALMOST_ALL = 0.99;

    private static final Measure LAST_DIGIT =
            Measure.distance("last-digit").called("total variation distance of the last digits");
    private static final Measure TENS =
            Measure.difference("multiples-of-10", "[-1, 1]").called("difference of the shares of multiples of 10");
    private static final Measure FIVES =
            Measure.difference("multiples-of-5", "[-1, 1]").called("difference of the shares of multiples of 5");

    private static final Reason TOO_FINE = new Reason(
            "kind", "The training numbers have more than six decimals, so that their last digit means nothing.");

    private static final Reason ALL_ZERO = new Reason("no-value", "One of the tables holds nothing but zeros.");

    private static final Description DESCRIPTION = new Description(
            "fidelity.heaping",
            "1",
            "Heaping",
            "Do the synthetic numbers heap on round values as the training numbers do?",
            "Non-zero numbers rounded to the training column's decimals: total variation distance of the last digits; share of"
                    + " numbers ending in 0, and in 0 or 5, synthetic minus training.",
            "In a column of small numbers the last digit is the number itself, not a habit of rounding.",
            Scope.MODEL,
            List.of(),
            List.of(LAST_DIGIT, TENS, FIVES),
            List.of("Heitjan and Rubin (1991), doi:10.1214/aos/1176348396", "Newcombe (1998), method 10"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field field) {
        return field.kind() == Kind.NUMERIC || field.kind() == Kind.INTEGER
                ? Applicability.YES
                : Applicability.no("kind", "The column holds no numbers.");
    }

    @Override
    public Statistic<MarginCounts> statistic(Field field) {
        return new Digits(field);
    }

    @Override
    public String variant(MarginCounts reference) {
        int precision = precision(reference);
        return precision < 0 ? "" : "decimals-" + precision;
    }

    @Override
    public List<Measured> compare(MarginCounts reference, MarginCounts candidate, Comparison context) {
        int precision = precision(reference);
        if (precision < 0) {
            return List.of();
        }
        long[] a = Digits.last(reference, precision);
        long[] b = Digits.last(candidate, precision);
        double n = MarginDistances.total(a);
        double m = MarginDistances.total(b);
        if (n == 0 || m == 0) {
            return List.of();
        }
        double effectiveN = n / context.referenceDeff();
        double effectiveM = m / context.candidateDeff();
        Estimate tens = Proportions.differenceOfRates(b[0] / m, effectiveM, a[0] / n, effectiveN, context.level());
        Estimate fives = Proportions.differenceOfRates(
                (b[0] + b[5]) / m, effectiveM, (a[0] + a[5]) / n, effectiveN, context.level());
        return List.of(
                new Measured(LAST_DIGIT, MarginDistances.distance(a, b)),
                new Measured(TENS, tens),
                new Measured(FIVES, fives));
    }

    @Override
    public Reason leftOut(Measure measure, MarginCounts reference, MarginCounts candidate) {
        if (candidate.present() == 0) {
            return null;
        }
        long zeros = reference.margin(Digits.DECIMALS)[Digits.ZERO];
        return precision(reference) < 0 && zeros < reference.present() ? TOO_FINE : ALL_ZERO;
    }

    @Override
    public double expected(String measure, MarginCounts reference, double referenceRows, double candidateRows) {
        int precision = precision(reference);
        return precision < 0
                ? 0
                : MarginDistances.expected(
                        Digits.last(reference, precision),
                        informative(measure, reference),
                        referenceRows,
                        candidateRows);
    }

    @Override
    public double informative(String measure, MarginCounts state) {
        long zeros = state.margin(Digits.DECIMALS)[Digits.ZERO];
        return (double) (state.present() - zeros) / Math.max(1, state.rows());
    }

    @Override
    public long cells(MarginCounts reference) {
        int precision = precision(reference);
        return precision < 0 ? 0 : MarginDistances.filled(Digits.last(reference, precision));
    }

    /** Decimals that write almost all numbers that were seen; -1 if more than six are needed, or there is no number. */
    private static int precision(MarginCounts reference) {
        long[] decimals = reference.seen()[Digits.DECIMALS];
        long numbers = MarginDistances.total(decimals) - decimals[Digits.ZERO];
        long written = 0;
        for (int d = 0; d <= Digits.MOST && numbers > 0; d++) {
            written += decimals[d];
            if (written >= ALMOST_ALL * numbers) {
                return d;
            }
        }
        return -1;
    }
}
