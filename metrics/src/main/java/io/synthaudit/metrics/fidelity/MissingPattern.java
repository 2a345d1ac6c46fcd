package io.synthaudit.metrics.fidelity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.KolmogorovSmirnov;
import io.synthaudit.core.interval.Normal;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.interval.TotalVariation;
import io.synthaudit.core.random.Poisson;
import java.util.Arrays;
import java.util.List;

/**
 * How far apart the tables are in which cells their rows miss together.
 *
 * <p>A row's pattern is the set of columns whose cells it misses. With \(p_s, q_s\) the shares of pattern s in training and
 * synthetic table, {@code distance} is \(\tfrac12 \sum_s |p_s - q_s|\); {@code unseen} the share of synthetic rows whose
 * pattern no training row has; {@code missing-cells} the largest difference of the distribution functions of the number of
 * missing cells in a row.
 *
 * <ul>
 *   <li><b>How to read</b>: training that misses either nothing or a whole block of laboratory values, and a synthetic table that
 *       misses single values at the same rates, are far apart here and nowhere else.
 *   <li><b>Range</b>: [0, 1]; lower is better. With many columns hardly two rows share a pattern: read the excess.
 *   <li><b>Applies to</b>: the table, over the columns of every kind that miss a cell in some table.
 *   <li><b>Missing cells</b>: what is measured; a synthetic cell that does not parse counts as missing.
 *   <li><b>Interval</b>: null-corrected closed form, McDiarmid's below 5 rows a pattern; Clopper and Pearson for {@code unseen};
 *       null-corrected bootstrap for {@code missing-cells}. The excess is a bootstrap in which training is shared, over the
 *       patterns of which samples may expect 5 rows, all others that training has, and those that it lacks.
 *   <li><b>Cost</b>: one look at each cell of an incomplete column, and sorting the rows' patterns once.
 * </ul>
 *
 * @see <a href="https://doi.org/10.1093/biomet/63.3.581">Rubin (1976), missing data</a>
 */
@AutoService(TableEvaluation.class)
public final class MissingPattern implements TableEvaluation {

    private static final double FEWEST_ROWS_PER_CELL = 5;

    /** The place of the largest difference is estimated too: simulated, a fifteenth more holds the level. */
    private static final double REACH = 16.0 / 15;

    private static final Measure DISTANCE =
            share("distance").called("total variation distance of the patterns of missing cells");
    private static final Measure UNSEEN =
            share("unseen").called("share of rows with a pattern of missing cells that training lacks");
    private static final Measure CELLS =
            share("missing-cells").called("Kolmogorov-Smirnov distance of the numbers of missing cells per row");

    private static final Description DESCRIPTION = new Description(
            "fidelity.missing-pattern",
            "1",
            "Patterns of missing cells",
            "Do the rows miss the same cells together as the rows of training do?",
            "A row's pattern is the set of columns whose cells it misses. distance = half the sum over patterns of |training"
                    + " share - synthetic share|; unseen = share of synthetic rows with a pattern that no training row has;"
                    + " missing-cells = largest difference of the distribution functions of the number of missing cells in a"
                    + " row.",
            "With many columns hardly two rows share a pattern, and even fresh rows are far away: read the excess.",
            Scope.MODEL,
            List.of(),
            List.of(DISTANCE, UNSEEN, CELLS),
            List.of(
                    "Rubin (1976), doi:10.1093/biomet/63.3.581",
                    "Gibbs and Su (2002), doi:10.1111/j.1751-5823.2002.tb00178.x"));

    private static Measure share(String id) {
        return new Measure(id, "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        RowPatterns.All all = RowPatterns.of(run);
        if (all.columns() == 0) {
            return Observation.none(
                    DESCRIPTION, Target.TABLE, new Reason("kind", "No column of any table misses a cell."));
        }
        if (all.training().rows() == 0 || all.synthetic().rows() == 0) {
            return Observation.none(DESCRIPTION, Target.TABLE, new Reason("no-value", "A table has no rows."));
        }
        EqualSamples samples = EqualSamples.of(run);
        PatternCells cells = new PatternCells(all.training().patterns(), samples.rows());
        CellResampling resampling = new CellResampling(samples, new Poisson(run.stream(DESCRIPTION.id())), run.level());
        String note = "Over " + all.columns() + (all.columns() == 1 ? " column that misses" : " columns that miss")
                + " cells; training has " + cells.known() + (cells.known() == 1 ? " pattern" : " patterns") + ".";
        String simulated = samples.isSimulated() ? " " + EqualSamples.SIMULATED : "";
        CellResampling.Result excess =
                resampling.of(MissingPattern::distance, List.of(DISTANCE), cells(all, samples, cells))[0];
        CellResampling.Result missing = resampling.of(MissingPattern::largest, List.of(CELLS), cells(all, samples))[0];
        Estimate distance = distance(all, cells, samples.trainingEffect(), run.level());
        return List.of(
                matched(run, DISTANCE, distance, excess, samples).note(note + simulated),
                unseen(run, all, cells, samples).note(note),
                matched(
                                run,
                                CELLS,
                                missingCells(all, missing.value(), samples.trainingEffect(), run.level()),
                                missing,
                                samples)
                        .note(note + simulated));
    }

    private static Estimate distance(RowPatterns.All all, PatternCells cells, double deff, double level) {
        long[][] exact = cells.exact(all.synthetic().patterns());
        double fewest = Math.min(all.training().rows() / deff, all.synthetic().rows());
        return fewest >= FEWEST_ROWS_PER_CELL * exact[0].length
                ? TotalVariation.estimate(exact[0], exact[1], deff, 1, level)
                : TotalVariation.mcdiarmid(exact[0], exact[1], deff, 1, level);
    }

    /** The resampled bounds; the upper one reaches at least as far as the normal law of the difference where it is largest. */
    private static Estimate missingCells(RowPatterns.All all, Estimate resampled, double deff, double level) {
        if (resampled == null || !resampled.hasInterval()) {
            return resampled;
        }
        long[] a = all.training().byMissing(all.columns(), null);
        long[] b = all.synthetic().byMissing(all.columns(), null);
        double n = all.training().rows();
        double m = all.synthetic().rows();
        double f = 0;
        double g = 0;
        double below = 0;
        double belowToo = 0;
        for (int k = 0; k < a.length; k++) {
            below += a[k] / n;
            belowToo += b[k] / m;
            if (Math.abs(below - belowToo) > Math.abs(f - g)) {
                f = Math.min(1, below);
                g = Math.min(1, belowToo);
            }
        }
        double reach = Normal.z(level) * KolmogorovSmirnov.sdAt(f, n / deff, g, m);
        Interval bounds = resampled.interval();
        double upper = Math.min(1, Math.max(bounds.upper(), resampled.value() + REACH * reach));
        return Estimate.of(
                resampled.value(), resampled.bias(), new Interval(bounds.lower(), upper, level, bounds.method()));
    }

    private static Observation matched(
            Run run, Measure measure, Estimate value, CellResampling.Result result, EqualSamples samples) {
        Observation found = observation(run, measure, value);
        return result.excess() == null
                ? found
                : found.yardstick(result.yardstick(), samples.rows()).excess(result.excess());
    }

    private static Observation unseen(Run run, RowPatterns.All all, PatternCells cells, EqualSamples samples) {
        Estimate value = unseen(all.synthetic(), cells, 1, run.level());
        Observation found = observation(run, UNSEEN, value);
        if (all.holdout() == null || all.holdout().rows() == 0) {
            return found;
        }
        Estimate fresh = unseen(all.holdout(), cells, samples.holdoutEffect(), run.level());
        return found.yardstick(fresh, all.holdout().rows())
                .excess(Estimate.of(
                        value.value() - fresh.value(),
                        Proportions.mover(value.value(), value.interval(), fresh.value(), fresh.interval())));
    }

    private static Estimate unseen(RowPatterns rows, PatternCells cells, double deff, double level) {
        long[] counts = cells.count(rows.patterns(), null);
        return Proportions.exactShare(counts[counts.length - 1], rows.rows(), deff, level);
    }

    private static Observation observation(Run run, Measure measure, Estimate value) {
        return Observation.of(
                measure.id(),
                Target.TABLE,
                value,
                run.tables().training().rows(),
                run.tables().synthetic().rows());
    }

    private static CellResampling.Cells cells(RowPatterns.All all, EqualSamples samples, PatternCells cells) {
        return new CellResampling.Cells(
                cells.count(all.training().patterns(), null),
                cells.count(all.synthetic().patterns(), null),
                samples.isSimulated() ? null : cells.count(all.holdout().patterns(), null),
                samples.synthetic().stream()
                        .map(rows -> cells.count(all.synthetic().patterns(), rows))
                        .toList(),
                samples.holdout().stream()
                        .map(rows -> cells.count(all.holdout().patterns(), rows))
                        .toList());
    }

    private static CellResampling.Cells cells(RowPatterns.All all, EqualSamples samples) {
        int columns = all.columns();
        return new CellResampling.Cells(
                all.training().byMissing(columns, null),
                all.synthetic().byMissing(columns, null),
                samples.isSimulated() ? null : all.holdout().byMissing(columns, null),
                samples.synthetic().stream()
                        .map(rows -> all.synthetic().byMissing(columns, rows))
                        .toList(),
                samples.holdout().stream()
                        .map(rows -> all.holdout().byMissing(columns, rows))
                        .toList());
    }

    private static void distance(long[] a, long[] b, double[] into) {
        double n = Arrays.stream(a).sum();
        double m = Arrays.stream(b).sum();
        double sum = 0;
        for (int k = 0; k < a.length; k++) {
            sum += Math.abs(a[k] / n - b[k] / m);
        }
        into[0] = Math.min(1, sum / 2);
    }

    private static void largest(long[] a, long[] b, double[] into) {
        double n = Arrays.stream(a).sum();
        double m = Arrays.stream(b).sum();
        long below = 0;
        long belowToo = 0;
        double largest = n > 0 && m > 0 ? 0 : Double.NaN;
        for (int k = 0; k < a.length; k++) {
            below += a[k];
            belowToo += b[k];
            largest = Math.max(largest, Math.abs(below / n - belowToo / m));
        }
        into[0] = largest;
    }
}
