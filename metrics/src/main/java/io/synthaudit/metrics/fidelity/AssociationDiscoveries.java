package io.synthaudit.metrics.fidelity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.PairsMetric;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Multiplicity;
import io.synthaudit.core.statistic.Contingency;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/**
 * Pairs of columns that hang together in the synthetic table and not in training ({@code invented-count}), and the reverse
 * ({@code lost-count}), counted over all pairs with control of false discoveries.
 *
 * <p>With \(\tilde V\) Bergsma's corrected Cramer's V at 5 bins a column, an association is invented if \[ \tilde V_T < 0.3,
 * \qquad \tilde V_S > 0.3, \qquad \tilde V_S - \tilde V_T > 0.2, \] and lost if the same holds with S and T exchanged. The
 * hypothesis that one of the three fails is tested by the largest of their p-values, each a bound of {@link
 * io.synthaudit.core.interval.Association} turned round; a pair is found if its p-value, adjusted after Benjamini and
 * Hochberg over all pairs tested, is at most .05 (one minus the level). Equality is never the hypothesis: with a million rows
 * every difference would be one.
 *
 * <ul>
 *   <li><b>How to read</b>: of the pairs found at most one in twenty is expected to be false. A fresh real sample finds 0, for
 *       its law is that of training; the yardstick is what the holdout finds. The pairs found are given by name with their
 *       difference of V, at most 100 each way, and the farthest pair if none is found.
 *   <li><b>Range</b>: counts from 0 to {@code tested-count}, shares of the pairs tested; lower is better.
 *   <li><b>Applies to</b>: every pair of content columns with at least two levels in both tables and 5 rows a cell in both;
 *       {@code tested-count} says how many.
 *   <li><b>Missing cells</b>: rows with a missing cell in either column are left out. Levels that training lacks are one level.
 *   <li><b>Interval</b>: simultaneous bounds of the number of true ones under any dependence: at least as many as Holm rejects;
 *       at most those tested less the pairs of which Holm rejects that they are invented (lost).
 *   <li><b>Cost</b>: none of its own but 5-bin sums; the pair's table of cells.
 * </ul>
 *
 * <p>Tests of pairs that share a column are dependent. Benjamini and Yekutieli's factor, 5 at 105 pairs, pays for dependences
 * that such tests do not have; simulated, Benjamini and Hochberg keep the rate, and the interval needs no such trust.
 *
 * <p>SDMetrics leaves out pairs that are weak in training, so an invented association passes there. Not seen here: an
 * association among rare levels only, which 5 bins pool, and one that became stronger or weaker on the same side of 0.3,
 * which {@code fidelity.cramers-v-difference} shows.
 *
 * @see <a href="https://doi.org/10.1111/j.2517-6161.1995.tb02031.x">Benjamini and Hochberg (1995)</a>
 */
@AutoService(Metric.class)
public final class AssociationDiscoveries implements PairsMetric<PairCounts, AssociationShift> {

    private static final int MOST_NAMED = 100;
    private static final String VARIANT = "v/" + AssociationShift.BINS + "-bins";

    private static final Measure INVENTED =
            count("invented-count", Direction.LOWER).called("number of invented associations");
    private static final Measure LOST = count("lost-count", Direction.LOWER).called("number of lost associations");
    private static final Measure INVENTED_SHARE =
            share("invented-share").called("share of pairs with an invented association");
    private static final Measure LOST_SHARE = share("lost-share").called("share of pairs with a lost association");
    private static final Measure TESTED = count("tested-count", Direction.NONE).called("number of pairs tested");
    private static final Measure GAIN =
            new Measure("gain", "1", "[-1, 1]", Direction.LOWER, Measure.Against.OWN).called("gain in association");
    private static final Measure LOSS =
            new Measure("loss", "1", "[-1, 1]", Direction.LOWER, Measure.Against.OWN).called("loss of association");

    private static final Description DESCRIPTION = new Description(
            "fidelity.association-discoveries",
            "1",
            "Invented and lost associations",
            "Do columns hang together in the synthetic table that do not in training, or the reverse?",
            "Invented: pairs whose bias-corrected Cramer's V at 5 bins a column is below 0.3 in training, above 0.3 in the"
                    + " synthetic table, and larger by more than 0.2; lost: the same with the tables exchanged. Found by"
                    + " intersection-union tests, Benjamini and Hochberg over all pairs with 5 rows a cell in both tables"
                    + " (tested). Shares are of the pairs tested. Gain and loss: difference of V of a pair found, or of the"
                    + " farthest pair.",
            "Associations among rare levels are pooled away, and pairs with too few rows a cell are not tested. The farthest"
                    + " pairs are chosen for being far: their intervals are those of a pair named beforehand.",
            Scope.MODEL,
            List.of(),
            List.of(INVENTED, LOST, INVENTED_SHARE, LOST_SHARE, TESTED, GAIN, LOSS),
            List.of(
                    "Benjamini and Hochberg (1995), doi:10.1111/j.2517-6161.1995.tb02031.x",
                    "Berger (1982), intersection-union tests, doi:10.1080/00401706.1982.10487790",
                    "Holm (1979), https://www.jstor.org/stable/4615733",
                    "Bergsma (2013), doi:10.1016/j.jkss.2012.10.002"));

    private static Measure count(String id, Direction direction) {
        return new Measure(id, "pairs", "[0, inf)", direction, Measure.Against.OWN);
    }

    private static Measure share(String id) {
        return new Measure(id, "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field first, Field second) {
        return Applicability.YES;
    }

    @Override
    public Statistic<PairCounts> statistic(Field first, Field second) {
        return new Contingency(first, second);
    }

    @Override
    public AssociationShift gather(PairCounts reference, PairCounts candidate, Comparison context) {
        return AssociationShift.of(reference, candidate, context);
    }

    @Override
    public List<Observation> conclude(All<AssociationShift> all) {
        List<Gathered<AssociationShift>> tested = tested(all.pairs(), Gathered::synthetic);
        if (tested.isEmpty()) {
            return Observation.none(
                    DESCRIPTION,
                    Target.TABLE,
                    new Reason(
                            "too-few", "No pair of columns has at least two levels and 5 rows a cell in both tables."));
        }
        long n = all.training().table().rows();
        long m = all.synthetic().table().rows();
        List<Observation> found = new ArrayList<>();
        Way invented = new Way(AssociationShift::invented, AssociationShift::notInvented, 1);
        Way lost = new Way(AssociationShift::lost, AssociationShift::notLost, -1);
        found.addAll(way(all, tested, invented, List.of(INVENTED, INVENTED_SHARE, GAIN), n, m));
        found.addAll(way(all, tested, lost, List.of(LOST, LOST_SHARE, LOSS), n, m));
        found.add(Observation.of(
                        TESTED.id(),
                        Target.TABLE,
                        Estimate.point(tested.size(), "It is the number of tests, not an estimate."),
                        n,
                        m)
                .variant(VARIANT)
                .note("Of " + all.pairs().size() + " pairs of columns."));
        return found;
    }

    private static List<Gathered<AssociationShift>> tested(
            List<Gathered<AssociationShift>> pairs, Function<Gathered<AssociationShift>, AssociationShift> side) {
        return pairs.stream()
                .filter(pair -> side.apply(pair) != null && !side.apply(pair).isSparse())
                .toList();
    }

    /** Which claim is tested, by which claim it is ruled out, and the sign of its differences. */
    private record Way(ToDoubleFunction<AssociationShift> claim, ToDoubleFunction<AssociationShift> denial, int sign) {

        /** The adjusted p-values of the claim. */
        double[] adjusted(List<AssociationShift> shifts) {
            return Multiplicity.benjaminiHochberg(
                    shifts.stream().mapToDouble(claim).toArray());
        }

        /** How many pairs are found, per {@code of} pairs. */
        Estimate count(List<AssociationShift> shifts, double of, double level) {
            double error = 1 - level;
            long found = IntStream.range(0, shifts.size())
                    .filter(new Rejected(adjusted(shifts), error)::at)
                    .count();
            int sure = rejections(shifts.stream().mapToDouble(claim).toArray(), error);
            int denied = rejections(shifts.stream().mapToDouble(denial).toArray(), error);
            return Estimate.of(
                    found / of,
                    new Interval(
                            Math.min(found, sure) / of,
                            Math.max(found, shifts.size() - denied) / of,
                            level,
                            "Holm, simultaneous"));
        }

        private static int rejections(double[] p, double error) {
            int count = 0;
            for (boolean rejected : Multiplicity.holm(p, error)) {
                count += rejected ? 1 : 0;
            }
            return count;
        }

        Estimate difference(AssociationShift shift) {
            Estimate d = shift.difference();
            if (sign > 0) {
                return d;
            }
            Interval i = d.interval();
            return Estimate.of(-d.value(), new Interval(-i.upper(), -i.lower(), i.level(), i.method()));
        }
    }

    private record Rejected(double[] adjusted, double error) {
        boolean at(int pair) {
            return adjusted[pair] <= error;
        }
    }

    private static List<Observation> way(
            All<AssociationShift> all,
            List<Gathered<AssociationShift>> tested,
            Way way,
            List<Measure> measures,
            long n,
            long m) {
        List<AssociationShift> shifts = tested.stream().map(Gathered::synthetic).toList();
        List<AssociationShift> control = tested(all.pairs(), Gathered::holdout).stream()
                .map(Gathered::holdout)
                .toList();
        List<Observation> found = new ArrayList<>();
        for (int i = 0; i < 2; i++) {
            double of = i == 0 ? 1 : shifts.size();
            double ofControl = i == 0 ? 1 : control.size();
            Observation count = Observation.of(
                            measures.get(i).id(), Target.TABLE, way.count(shifts, of, all.level()), n, m)
                    .variant(VARIANT)
                    .note("Of " + shifts.size() + " pairs tested; fresh rows score 0.");
            found.add(
                    control.isEmpty()
                            ? count
                            : count.yardstick(
                                    way.count(control, ofControl, all.level()),
                                    all.holdout().table().rows()));
        }
        named(tested, way, 1 - all.level()).forEach(pair -> {
            Observation named = Observation.of(
                            measures.get(2).id(), pair.target(), way.difference(pair.synthetic()), n, m)
                    .variant(VARIANT);
            found.add(
                    pair.holdout() == null
                            ? named
                            : named.yardstick(
                                    way.difference(pair.holdout()),
                                    all.holdout().table().rows()));
        });
        return found;
    }

    /** The pairs found, farthest first, or the farthest pair if there is none; in table order. */
    private static List<Gathered<AssociationShift>> named(
            List<Gathered<AssociationShift>> tested, Way way, double error) {
        double[] adjusted =
                way.adjusted(tested.stream().map(Gathered::synthetic).toList());
        double[] far = tested.stream()
                .mapToDouble(pair -> way.difference(pair.synthetic()).value())
                .toArray();
        int[] farthest = IntStream.range(0, far.length)
                .boxed()
                .sorted((i, j) -> far[i] == far[j] ? Integer.compare(i, j) : Double.compare(far[j], far[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        int[] named = IntStream.of(farthest)
                .filter(i -> adjusted[i] <= error)
                .limit(MOST_NAMED)
                .sorted()
                .toArray();
        return IntStream.of(named.length == 0 ? new int[] {farthest[0]} : named)
                .mapToObj(tested::get)
                .toList();
    }
}
