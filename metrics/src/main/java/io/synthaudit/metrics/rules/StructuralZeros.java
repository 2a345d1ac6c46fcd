package io.synthaudit.metrics.rules;

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
import io.synthaudit.core.interval.DesignEffect;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Contingency;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.statistic.Slice;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;

/**
 * Combinations of two columns' values that training never shows though it should, as a newborn who drives, and synthetic rows that
 * show them.
 *
 * <p>A cell of a pair's table is a structural zero if no training row is in it while independent columns would put \(n_{i.}
 * n_{.j}/n \ge 30\) there: they would leave it empty with a probability of \(e^{-30}\). {@code share} is the share of synthetic
 * rows in the zeros of a pair.
 *
 * <ul>
 *   <li><b>How to read</b>: the yardstick is the holdout's share, for a cell may be rare and not impossible. {@code broken-share}
 *       counts a row once however many zeros it fills; {@code zero-count} and {@code broken-count} count cells.
 *   <li><b>Range</b>: shares [0, 1], counts from 0; lower is better.
 *   <li><b>Applies to</b>: every pair of content columns; numbers in 20 training quantile bins, of more than 256 levels the most
 *       frequent 255.
 *   <li><b>Missing cells</b>: a level of their own: what is never missing together, or never filled, is a zero too.
 *   <li><b>Interval</b>: Clopper and Pearson, on effective rows; over all pairs Bonferroni's. The excess over the holdout: MOVER.
 *   <li><b>Cost</b>: none of its own but a look at the cells; the pair's table, and one pass over the rows per broken pair.
 * </ul>
 *
 * <p>A level that training lacks fills no zero; {@code validity.category-adherence} counts it.
 *
 * @see <a href="https://doi.org/10.1007/978-0-387-72806-3">Bishop, Fienberg and Holland (1975), chapter 5</a>
 */
@AutoService(Metric.class)
public final class StructuralZeros implements PairsMetric<PairCounts, EmptyCells> {

    private static final int MOST_NAMED = 100;

    private static final Measure ROWS =
            RuleFindings.share("broken-share").called("share of rows in cells that are empty in training");
    private static final Measure ZEROS =
            count("zero-count", Direction.NONE).called("number of cells that are empty in training");
    private static final Measure BROKEN =
            count("broken-count", Direction.LOWER).called("number of cells empty in training that are filled");
    private static final Measure WORST =
            RuleFindings.share("worst-share").called("share of rows in the worst cell that is empty in training");
    private static final Measure SHARE =
            RuleFindings.share("share").called("share of rows in the pair's cells that are empty in training");

    private static final Description DESCRIPTION = new Description(
            "validity.structural-zeros",
            "1",
            "Structural zeros",
            "Do synthetic rows combine values that no training row combines, though it should by chance?",
            "A zero is a cell of a pair of columns (levels, 20 training quantile bins, missing) without a training row in which"
                    + " independent columns would put 30 rows or more. Share: synthetic rows in the zeros of a pair, of all."
                    + " Broken share: rows in any zero, of all. Broken count: zeros that a synthetic row fills. Worst share: the"
                    + " largest of a pair.",
            "A cell may be rare and not impossible: read it against the holdout. The bins of numbers are wide, so a zero may be"
                    + " missed.",
            Scope.MODEL,
            List.of(),
            List.of(ROWS, ZEROS, BROKEN, WORST, SHARE),
            List.of(
                    "Bishop, Fienberg and Holland (1975), Discrete Multivariate Analysis, doi:10.1007/978-0-387-72806-3",
                    "Clopper and Pearson (1934), doi:10.1093/biomet/26.4.404"));

    private static Measure count(String id, Direction direction) {
        return new Measure(id, "cells", "[0, inf)", direction, Measure.Against.OWN);
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
    public EmptyCells gather(PairCounts reference, PairCounts candidate, Comparison context) {
        return EmptyCells.of(reference, context.referenceDeff(), candidate, context.candidateDeff());
    }

    @Override
    public List<Observation> conclude(All<EmptyCells> all) {
        List<Gathered<EmptyCells>> pairs =
                all.pairs().stream().filter(p -> p.synthetic().found() > 0).toList();
        List<Observation> result = new ArrayList<>();
        long zeros = pairs.stream().mapToLong(p -> p.synthetic().found()).sum();
        result.add(observation(all, ZEROS, Estimate.point(zeros, "It is what training holds, a count."))
                .note("In " + pairs.size() + " of " + all.pairs().size() + " pairs of columns."));
        if (pairs.isEmpty()) {
            Reason none = new Reason("kind", "Training leaves no cell empty that chance would fill.");
            List.of(ROWS, BROKEN, WORST, SHARE).forEach(m -> result.add(Observation.not(m.id(), Target.TABLE, none)));
            return result;
        }
        String why = "It is a count of this file's cells, not an estimate.";
        Estimate broken = Estimate.point(filled(pairs, Gathered::synthetic), why);
        Observation rows = observation(all, ROWS, rows(pairs, Gathered::synthetic, all.synthetic(), null, all.level()));
        if (all.holdout() == null) {
            result.add(rows);
            result.add(observation(all, BROKEN, broken));
            result.add(observation(all, WORST, worst(pairs, Gathered::synthetic, all.level())));
        } else {
            int h = all.holdout().table().rows();
            Estimate control = rows(pairs, Gathered::holdout, all.holdout(), all.holdoutPerson(), all.level());
            result.add(RuleFindings.against(rows, control, h));
            result.add(observation(all, BROKEN, broken)
                    .yardstick(Estimate.point(filled(pairs, Gathered::holdout), why), h));
            result.add(observation(all, WORST, worst(pairs, Gathered::synthetic, all.level()))
                    .yardstick(worst(pairs, Gathered::holdout, all.level()), h));
        }
        named(pairs).forEach(pair -> result.add(share(all, pair)));
        return result;
    }

    private static Observation observation(All<EmptyCells> all, Measure measure, Estimate estimate) {
        return observation(all, measure, Target.TABLE, estimate);
    }

    private static Observation observation(All<EmptyCells> all, Measure measure, Target target, Estimate estimate) {
        return Observation.of(
                measure.id(),
                target,
                estimate,
                all.training().table().rows(),
                all.synthetic().table().rows());
    }

    private static long filled(List<Gathered<EmptyCells>> pairs, Function<Gathered<EmptyCells>, EmptyCells> side) {
        return pairs.stream().mapToLong(p -> side.apply(p).filled().length).sum();
    }

    /** The share of a table's rows in any zero. Rows once found are not looked at again. */
    private static Estimate rows(
            List<Gathered<EmptyCells>> pairs,
            Function<Gathered<EmptyCells>, EmptyCells> side,
            CodedTable table,
            int[] person,
            double level) {
        int n = table.table().rows();
        Slice slice = new Slice(table, null, 0, n);
        int[] left = new int[n];
        for (int row = 0; row < n; row++) {
            left[row] = row;
        }
        int size = n;
        for (Gathered<EmptyCells> pair : pairs) {
            EmptyCells zeros = side.apply(pair);
            if (zeros.filled().length == 0) {
                continue;
            }
            BitSet cells = new BitSet();
            for (int cell : zeros.filled()) {
                cells.set(cell);
            }
            int[] x = slice.pairCodes(pair.first());
            int[] y = slice.pairCodes(pair.second());
            int kept = 0;
            for (int i = 0; i < size; i++) {
                int row = left[i];
                if (!cells.get(x[row] * zeros.width() + y[row])) {
                    left[kept++] = row;
                }
            }
            size = kept;
        }
        double deff = 1;
        if (person != null) {
            double[] broken = new double[n];
            java.util.Arrays.fill(broken, 1);
            for (int i = 0; i < size; i++) {
                broken[left[i]] = 0;
            }
            deff = DesignEffect.ofClusters(broken, person);
        }
        return Proportions.exactShare(n - size, n, deff, level);
    }

    private static Estimate worst(
            List<Gathered<EmptyCells>> pairs, Function<Gathered<EmptyCells>, EmptyCells> side, double level) {
        double value = 0;
        double lower = 0;
        double upper = 0;
        for (Gathered<EmptyCells> pair : pairs) {
            Estimate share = side.apply(pair).share(1 - (1 - level) / pairs.size());
            value = Math.max(value, share.value());
            lower = Math.max(lower, share.interval().lower());
            upper = Math.max(upper, share.interval().upper());
        }
        return Estimate.of(value, new Interval(lower, upper, level, "Clopper-Pearson, Bonferroni over the pairs"));
    }

    /** The broken pairs, the worst at most 100, in table order; the first pair with a zero if none is broken. */
    private static List<Gathered<EmptyCells>> named(List<Gathered<EmptyCells>> pairs) {
        List<Gathered<EmptyCells>> worst = pairs.stream()
                .filter(p -> p.synthetic().count() > 0)
                .sorted(Comparator.comparingLong(
                        (Gathered<EmptyCells> p) -> -p.synthetic().count()))
                .limit(MOST_NAMED)
                .toList();
        return worst.isEmpty()
                ? pairs.subList(0, 1)
                : pairs.stream().filter(worst::contains).toList();
    }

    private static Observation share(All<EmptyCells> all, Gathered<EmptyCells> pair) {
        Observation share = observation(
                        all, SHARE, pair.target(), pair.synthetic().share(all.level()))
                .note("In " + pair.synthetic().filled().length + " of the pair's "
                        + pair.synthetic().found() + " zeros.");
        return pair.holdout() == null
                ? share
                : RuleFindings.against(
                        share,
                        pair.holdout().share(all.level()),
                        all.holdout().table().rows());
    }
}
