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
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.Cycles;
import io.synthaudit.core.statistic.MarginCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether instants fall into months, weekdays and hours as in training, and are as fine.
 *
 * <p>{@code month}, {@code weekday} and {@code hour} are total variation distances \(\tfrac12 \sum_k |p_k - q_k|\) over 12, 7
 * and 24 cells. {@code midnight} is the share of instants at midnight, {@code whole-minute} the share of those without
 * seconds, each minus training's share.
 *
 * <ul>
 *   <li><b>Range</b>: distances [0, 1], lower is better; differences [-1, 1], nearer zero is better.
 *   <li><b>Applies to</b>: datetime columns; {@code hour} not where all training instants are at midnight, as dates are.
 *   <li><b>Missing cells</b>: left out.
 *   <li><b>Interval</b>: null-corrected bootstrap for the distances, the excess likewise; Newcombe for the differences.
 *   <li><b>Cost</b>: some whole-number divisions per cell.
 * </ul>
 *
 * <p>Times are UTC: instants that were written with an offset may change their hour and weekday. A column that spans less than
 * a year has no cycle of months, and the distance is then one of dates.
 *
 * @see <a href="https://doi.org/10.1111/j.1751-5823.2002.tb00178.x">Gibbs and Su (2002), total variation</a>
 */
@AutoService(Metric.class)
public final class DatetimeCycles implements ColumnMetric<MarginCounts> {

    private static final Measure WEEKDAY =
            Measure.distance("weekday").called("total variation distance of the weekdays");
    private static final Measure MONTH = Measure.distance("month").called("total variation distance of the months");
    private static final Measure HOUR = Measure.distance("hour").called("total variation distance of the hours");
    private static final Measure MIDNIGHT =
            Measure.difference("midnight", "[-1, 1]").called("difference of the shares of instants at midnight");
    private static final Measure WHOLE_MINUTE = Measure.difference("whole-minute", "[-1, 1]")
            .called("difference of the shares of instants at a whole minute");

    private static final Reason DATES = new Reason("kind", "All training instants are at midnight: they are dates.");

    private static final Description DESCRIPTION = new Description(
            "fidelity.datetime-cycles",
            "1",
            "Cycles of dates and times",
            "Do the synthetic dates and times follow the training column's year, week and day?",
            "Total variation distance of the shares of 7 weekdays, 12 months and 24 hours (UTC); share of instants at midnight,"
                    + " and without seconds, synthetic minus training.",
            "Hours and weekdays are UTC, so offsets shift them; a column of less than a year has no cycle of months.",
            Scope.MODEL,
            List.of(),
            List.of(WEEKDAY, MONTH, HOUR, MIDNIGHT, WHOLE_MINUTE),
            List.of(
                    "Gibbs and Su (2002), doi:10.1111/j.1751-5823.2002.tb00178.x",
                    "Newcombe (1998), method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field field) {
        return field.kind() == Kind.DATETIME
                ? Applicability.YES
                : Applicability.no("kind", "The column holds no dates or times.");
    }

    @Override
    public Statistic<MarginCounts> statistic(Field field) {
        return new Cycles(field);
    }

    @Override
    public List<Measured> compare(MarginCounts reference, MarginCounts candidate, Comparison context) {
        if (reference.present() == 0
                || candidate.present() == 0
                || MarginDistances.total(reference.margin(Cycles.WEEKDAY)) == 0
                || MarginDistances.total(candidate.margin(Cycles.WEEKDAY)) == 0) {
            return List.of();
        }
        List<Measured> result = new ArrayList<>();
        add(result, WEEKDAY, Cycles.WEEKDAY, reference, candidate);
        add(result, MONTH, Cycles.MONTH, reference, candidate);
        if (!isDates(reference)) {
            add(result, HOUR, Cycles.HOUR, reference, candidate);
        }
        long[] a = reference.margin(Cycles.GRAIN);
        long[] b = candidate.margin(Cycles.GRAIN);
        double n = MarginDistances.total(a);
        double m = MarginDistances.total(b);
        if (n > 0 && m > 0) {
            result.add(difference(MIDNIGHT, b[0] / m, m, a[0] / n, n, context));
            result.add(difference(WHOLE_MINUTE, (b[0] + b[1]) / m, m, (a[0] + a[1]) / n, n, context));
        }
        return result;
    }

    @Override
    public Reason leftOut(Measure measure, MarginCounts reference, MarginCounts candidate) {
        return measure.equals(HOUR) && candidate.present() > 0 ? DATES : null;
    }

    @Override
    public double expected(String measure, MarginCounts reference, double referenceRows, double candidateRows) {
        int margin =
                measure.equals(MONTH.id()) ? Cycles.MONTH : measure.equals(HOUR.id()) ? Cycles.HOUR : Cycles.WEEKDAY;
        return MarginDistances.expected(
                reference.margin(margin), informative(measure, reference), referenceRows, candidateRows);
    }

    @Override
    public double informative(String measure, MarginCounts state) {
        return (double) state.present() / Math.max(1, state.rows());
    }

    @Override
    public long cells(MarginCounts reference) {
        return Math.max(
                MarginDistances.filled(reference.margin(Cycles.HOUR)),
                MarginDistances.filled(reference.margin(Cycles.MONTH)));
    }

    private static void add(
            List<Measured> result, Measure measure, int margin, MarginCounts reference, MarginCounts candidate) {
        long[] a = reference.margin(margin);
        long[] b = candidate.margin(margin);
        if (MarginDistances.total(a) > 0 && MarginDistances.total(b) > 0) {
            result.add(new Measured(measure, MarginDistances.distance(a, b)));
        }
    }

    private static Measured difference(
            Measure measure, double p, double m, double before, double n, Comparison context) {
        return new Measured(
                measure,
                Proportions.differenceOfRates(
                        p, m / context.candidateDeff(), before, n / context.referenceDeff(), context.level()));
    }

    private static boolean isDates(MarginCounts reference) {
        long[] grain = reference.seen()[Cycles.GRAIN];
        return grain[1] + grain[2] == 0;
    }
}
