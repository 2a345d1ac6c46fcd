package io.synthaudit.metrics.fidelity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.Digits;
import io.synthaudit.core.statistic.MarginCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Whether the candidate's numbers are written with as many decimals as the reference's.
 *
 * <p>A number has k decimals if k is the least with \(10^k x\) whole, as its double reads; beyond six all count as one.
 * {@code distance} is the total variation distance of the numbers of decimals, {@code finer} the share of candidate numbers
 * with more decimals than any training number has.
 *
 * <ul>
 *   <li><b>Range</b>: [0, 1]; lower is better.
 *   <li><b>Applies to</b>: numeric and integer columns; {@code finer} not where training itself has more than six decimals.
 *   <li><b>Missing cells</b>: left out. Zeros have no decimals.
 *   <li><b>Interval</b>: null-corrected bootstrap for the distance, the excess likewise; Clopper and Pearson for the share.
 *   <li><b>Cost</b>: none of its own; what {@link Heaping} counts.
 * </ul>
 *
 * <p>Zeros written at the end (1.50) cannot be seen, and one training cell with many decimals hides all of the candidate's.
 *
 * @see <a href="https://doi.org/10.1093/biomet/26.4.404">Clopper and Pearson (1934)</a>
 */
@AutoService(Metric.class)
public final class Decimals implements ColumnMetric<MarginCounts> {

    private static final Measure DISTANCE =
            Measure.distance("distance").called("total variation distance of the numbers of decimals");
    private static final Measure FINER = new Measure(
                    "finer", "1", "[0, 1]", Direction.LOWER, Measure.Against.DIFFERENCE)
            .called("share of numbers with more decimals than training has");

    private static final Reason FINEST = new Reason("kind", "Training itself has numbers with more than six decimals.");

    private static final Description DESCRIPTION = new Description(
            "fidelity.decimals",
            "1",
            "Decimals",
            "Are the synthetic numbers written with as many decimals as the training numbers?",
            "Total variation distance of the numbers of decimals (0 to 6, more); share of synthetic numbers with more decimals"
                    + " than any training number.",
            "Zeros at the end of a number cannot be seen, and one training cell with many decimals hides all others.",
            Scope.MODEL,
            List.of(),
            List.of(DISTANCE, FINER),
            List.of("Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404"));

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
    public List<Measured> compare(MarginCounts reference, MarginCounts candidate, Comparison context) {
        if (reference.present() == 0 || candidate.present() == 0) {
            return List.of();
        }
        long[] b = decimals(candidate);
        List<Measured> result = new ArrayList<>();
        result.add(new Measured(DISTANCE, MarginDistances.distance(decimals(reference), b)));
        int most = most(reference);
        if (most < Digits.MORE) {
            long finer = 0;
            for (int d = most + 1; d < b.length; d++) {
                finer += b[d];
            }
            result.add(new Measured(
                    FINER,
                    Proportions.exactShare(finer, candidate.present(), context.candidateDeff(), context.level())));
        }
        return result;
    }

    @Override
    public Reason leftOut(Measure measure, MarginCounts reference, MarginCounts candidate) {
        return measure.equals(FINER) && candidate.present() > 0 ? FINEST : null;
    }

    @Override
    public double expected(String measure, MarginCounts reference, double referenceRows, double candidateRows) {
        return MarginDistances.expected(
                decimals(reference), informative(measure, reference), referenceRows, candidateRows);
    }

    @Override
    public double informative(String measure, MarginCounts state) {
        return (double) state.present() / Math.max(1, state.rows());
    }

    @Override
    public long cells(MarginCounts reference) {
        return MarginDistances.filled(decimals(reference));
    }

    private static long[] decimals(MarginCounts state) {
        long[] margin = state.margin(Digits.DECIMALS);
        long[] decimals = Arrays.copyOf(margin, Digits.ZERO);
        decimals[0] += margin[Digits.ZERO];
        return decimals;
    }

    private static int most(MarginCounts reference) {
        int most = Digits.MORE;
        while (most > 0 && reference.seen()[Digits.DECIMALS][most] == 0) {
            most--;
        }
        return most;
    }
}
