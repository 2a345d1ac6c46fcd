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
import io.synthaudit.core.interval.Distances;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Normal;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Total variation distance of the joint distribution of three columns, over all triples.
 *
 * <p>With shares p of training and q of the candidate in the cells k of a triple t, \[ D_t = \tfrac12\sum_k|p_{tk} - q_{tk}| ; \]
 * reported are the mean, the 95 % quantile and the largest of the \(D_t\), and the 20 triples with the largest excess by name.
 * A table may have right columns and right pairs and still be wrong here.
 *
 * <ul>
 *   <li><b>Range</b>: \([0, 1]\); lower is better.
 *   <li><b>Applies to</b>: content columns, at 5 training bins each: neighbouring quantile bins of numbers merged, the 4 most
 *       frequent levels and one bin for all others. A triple has at most 343 cells.
 *   <li><b>Missing cells</b>: a level of their own, as are levels that training lacks.
 *   <li><b>Interval</b>: mean and single triples by the jackknife, what two samples of one law score subtracted
 *       below; quantile and largest by McDiarmid's inequality for all triples at once. Triples beyond 2,500, or beyond 2 billion
 *       row visits, are sampled, and the mean's interval allows for it.
 *   <li><b>Cost</b>: one visit per triple of all rows, those of the samples of equal size included.
 * </ul>
 *
 * <p>The named triples were picked because they are bad: their intervals do not allow for that. mostlyai-qa draws its triples
 * unseeded and takes its bins from training and holdout; synthgauge takes 100 of them at most and
 * cuts numbers into 100 bins of equal width.
 *
 * @see <a href="https://doi.org/10.1214/aos/1176345462">Efron and Stein (1981)</a>
 * @see <a href="https://doi.org/10.1017/CBO9781107359949.008">McDiarmid (1989)</a>
 */
@AutoService(TableEvaluation.class)
public final class TripleTotalVariation implements TableEvaluation {

    private static final int ORDER = 3;
    private static final int BINS = 5;
    private static final int WORST = 20;
    private static final double QUANTILE = 0.95;
    private static final String VARIANT = "3-way/5-bins";
    private static final String PART = "It is part of the excess, which has the interval.";

    private static final Measure MEAN =
            distance("distance-mean").called("mean total variation distance of the triples");
    private static final Measure P95 =
            distance("distance-p95").called("95 % quantile of the total variation distances of the triples");
    private static final Measure LARGEST =
            distance("distance-largest").called("largest total variation distance of a triple");
    private static final Measure DISTANCE = distance("distance").called("total variation distance of the triple");

    private static final Description DESCRIPTION = new Description(
            "fidelity.triple-tvd",
            "1",
            "Triple total variation distance",
            "How far apart are the joint distributions of three columns at a time?",
            "Half the sum over cells of three columns (5 training bins each) of |training share - synthetic share|: mean, 95 %"
                    + " quantile and largest over all triples, or over a seeded sample of 2,500.",
            "Many cells make it large for small tables whatever the generator; read the excess. The triples named are the worst"
                    + " of many, which chance alone would fill too.",
            Scope.MODEL,
            List.of(),
            List.of(MEAN, P95, LARGEST, DISTANCE),
            List.of(
                    "McDiarmid (1989), doi:10.1017/CBO9781107359949.008",
                    "Efron and Stein (1981), doi:10.1214/aos/1176345462"));

    private static Measure distance(String id) {
        return new Measure(id, "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public long heap(Tables tables, int threads) {
        return 2 * MarginalCodes.heap(tables, threads);
    }

    @Override
    public List<Observation> evaluate(Run run) {
        int columns = run.tables().schema().content().length;
        if (columns < ORDER) {
            return Observation.none(
                    DESCRIPTION, Target.TABLE, new Reason("no-columns", "Fewer than three columns hold content."));
        }
        if (run.tables().training().rows() == 0 || run.tables().synthetic().rows() == 0) {
            return Observation.none(DESCRIPTION, Target.TABLE, new Reason("too-few", "A table has no rows."));
        }
        MarginalCodes codes = MarginalCodes.of(run).coarse(run, BINS);
        MarginalSets sets =
                MarginalSets.of(columns, ORDER, codes.parts().visits(), run.stream(DESCRIPTION.id() + "/sets"));
        Marginals all = Marginals.of(run, codes, sets);
        List<Observation> found = new ArrayList<>();
        String basis = sets.basis("triples");
        found.add(mean(run, codes, all).note(note(codes, basis)));
        found.add(ofMany(run, codes, all, P95, each -> quantile(each, QUANTILE)).note(note(codes, basis)));
        found.add(
                ofMany(run, codes, all, LARGEST, each -> each[each.length - 1]).note(note(codes, basis)));
        found.addAll(worst(run, codes, sets, all));
        return found;
    }

    private static String note(MarginalCodes codes, String sentence) {
        return codes.parts().samples().isSimulated() ? sentence + " " + EqualSamples.SIMULATED : sentence;
    }

    private static Observation mean(Run run, MarginalCodes codes, Marginals marginals) {
        return normal(run, codes, marginals, MEAN, Target.TABLE);
    }

    /** A mean over sets, or the distance of one. */
    private static Observation normal(
            Run run, MarginalCodes codes, Marginals marginals, Measure measure, Target target) {
        double value = marginals.mean(MarginalCells.Distances::value);
        double fresh = marginals.fresh();
        double sd = marginals.sd().value();
        Interval interval = Distances.distance(value, fresh, sd, sd, Double.NaN, run.level());
        double excess =
                marginals.mean(MarginalCells.Distances::matched) - marginals.mean(MarginalCells.Distances::yardstick);
        double reach = Normal.z(run.level()) * marginals.sd().excess();
        Interval about = new Interval(excess - reach, excess + reach, run.level(), "jackknife, training shared");
        return compared(
                run,
                codes,
                Observation.of(
                        measure.id(),
                        target,
                        Estimate.of(value, fresh, interval),
                        run.tables().training().rows(),
                        run.tables().synthetic().rows()),
                marginals.mean(MarginalCells.Distances::matched),
                marginals.mean(MarginalCells.Distances::yardstick),
                marginals.freshOfSamples(),
                Estimate.of(excess, 0, about));
    }

    /** A number of the sorted distances of all sets, none of which a row moves by more than its weight. */
    private static Observation ofMany(
            Run run, MarginalCodes codes, Marginals marginals, Measure measure, ToDoubleFunction<double[]> number) {
        double value = number.applyAsDouble(sorted(marginals, MarginalCells.Distances::value));
        double matched = number.applyAsDouble(sorted(marginals, MarginalCells.Distances::matched));
        double yardstick = number.applyAsDouble(sorted(marginals, MarginalCells.Distances::yardstick));
        double n = run.tables().training().rows() / codes.parts().samples().trainingEffect();
        double m = run.tables().synthetic().rows();
        double k = codes.parts().samples().rows();
        double held = k / codes.parts().samples().holdoutEffect();
        double[] fresh = sorted(marginals, MarginalCells.Distances::fresh);
        double bias = marginals.factor() * fresh[fresh.length - 1];
        Interval interval = Distances.mcdiarmid(value, bias, n, m, run.level(), fresh.length);
        // A row of training may move both distances, in opposite directions.
        double reach = Normal.z(run.level()) * Math.sqrt(1 / n + 0.25 / k + 0.25 / held);
        Interval about =
                new Interval(matched - yardstick - reach, matched - yardstick + reach, run.level(), "variance bound");
        return compared(
                run,
                codes,
                Observation.of(
                        measure.id(),
                        Target.TABLE,
                        Estimate.of(value, interval),
                        run.tables().training().rows(),
                        run.tables().synthetic().rows()),
                matched,
                yardstick,
                bias * marginals.shrink(),
                Estimate.of(matched - yardstick, 0, about));
    }

    private static Observation compared(
            Run run,
            MarginalCodes codes,
            Observation found,
            double matched,
            double yardstick,
            double fresh,
            Estimate excess) {
        return found.variant(VARIANT)
                .yardstick(
                        Estimate.point(yardstick, PART), codes.parts().samples().rows())
                .matched(Estimate.point(matched, PART), fresh)
                .excess(excess);
    }

    /** The triples with the largest excess, in table order. */
    private static List<Observation> worst(Run run, MarginalCodes codes, MarginalSets sets, Marginals all) {
        List<MarginalCells.Distances> each = all.each();
        int[] picked = IntStream.range(0, each.size())
                .boxed()
                .sorted(Comparator.comparingDouble(
                        (Integer i) -> each.get(i).yardstick() - each.get(i).matched()))
                .limit(WORST)
                .mapToInt(Integer::intValue)
                .sorted()
                .toArray();
        String note = picked.length < each.size()
                ? "It is one of the " + WORST + " triples with the largest excess of "
                        + String.format(java.util.Locale.ROOT, "%,d", each.size())
                        + ", and its interval does not allow for having been picked."
                : "";
        Observation[] found = new Observation[picked.length];
        run.parallel(picked.length, i -> {
            int[] set = sets.sets()[picked[i]];
            List<String> names = Arrays.stream(set)
                    .mapToObj(
                            c -> run.tables().schema().field(codes.columns()[c]).name())
                    .toList();
            Target target = new Target(Target.Kind.SET, names, List.of(), null);
            found[i] = normal(run, codes, Marginals.of(codes, set), DISTANCE, target)
                    .note(note(codes, note));
        });
        return List.of(found);
    }

    private static double[] sorted(Marginals marginals, ToDoubleFunction<MarginalCells.Distances> number) {
        return marginals.each().stream().mapToDouble(number).sorted().toArray();
    }

    private static double quantile(double[] sorted, double q) {
        return sorted[Math.max(0, (int) Math.ceil(q * sorted.length) - 1)];
    }
}
