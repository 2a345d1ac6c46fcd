package io.synthaudit.metrics.similarity;

import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.OrderStatistics;
import io.synthaudit.learn.neighbour.EqualSizes;
import io.synthaudit.learn.neighbour.Nearest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Function;

/** Percentiles of a number per row between synthetic rows and equally many training and holdout rows, side by side. */
final class Percentiles {

    private static final int[] PERCENT = {1, 5, 25, 50, 75, 95};

    private Percentiles() {}

    /** Two measures per percentile: seen from synthetic rows, and seen from records. */
    static List<Measure> measures(String what) {
        List<Measure> measures = new ArrayList<>();
        for (String centre : List.of("synthetic", "record")) {
            for (int percent : PERCENT) {
                measures.add(new Measure(id(centre, percent), "1", "[0, 1]", Direction.NONE, Measure.Against.OWN)
                        .called((percent == 1 ? "1st" : percent + "th") + " percentile of the " + what + " from "
                                + (centre.equals("record") ? "training to synthetic" : "synthetic to training")
                                + " rows at equal sizes"));
            }
        }
        return measures;
    }

    private static String id(String centre, int percent) {
        return centre + (percent < 10 ? "-p0" : "-p") + percent;
    }

    static List<Observation> observations(Run run, EqualSizes sizes, Function<Nearest, double[]> number) {
        EqualSizes.Side ours = sizes.training();
        EqualSizes.Side theirs = sizes.holdout();
        List<Observation> observations = new ArrayList<>();
        add(
                observations,
                "synthetic",
                run,
                sizes,
                number.apply(ours.fromSynthetic()),
                number.apply(theirs.fromSynthetic()));
        add(observations, "record", run, sizes, number.apply(ours.toSynthetic()), number.apply(theirs.toSynthetic()));
        return observations;
    }

    private static void add(
            List<Observation> into, String centre, Run run, EqualSizes sizes, double[] ours, double[] theirs) {
        for (int percent : PERCENT) {
            double q = percent / 100.0;
            into.add(Observation.of(
                            id(centre, percent),
                            Target.TABLE,
                            OrderStatistics.quantile(ours, q, run.level()),
                            sizes.size(),
                            run.tables().synthetic().rows())
                    .yardstick(OrderStatistics.quantile(theirs, q, run.level()), sizes.size())
                    .note("The yardstick is the same percentile with equally many holdout rows."));
        }
    }

    static List<Observation> none(String what, Reason reason) {
        return measures(what).stream()
                .map(m -> Observation.not(m.id(), Target.TABLE, reason))
                .toList();
    }

    /** Nearest over second nearest distance; 1 where both are 0. */
    static double[] ratios(Nearest nearest) {
        double[] ratios = new double[nearest.queries()];
        Arrays.setAll(ratios, i -> nearest.second(i) == 0 ? 1 : nearest.distance(i) / nearest.second(i));
        return ratios;
    }
}
