package io.synthaudit.metrics.utility;

import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import java.util.ArrayList;
import java.util.List;

/** The scores of class predictions that several evaluations give, each with the same scores of real rows beside it. */
final class Scorecard {

    private static final Reason NO_SLOPE = new Reason(
            "too-few",
            "No class has 10 test rows on either side and predictions that vary without telling it without error.");

    private Scorecard() {}

    static Measure area(Direction direction) {
        return measure("auc", "[0, 1]", direction, "area under the ROC curve");
    }

    static Measure accuracy(Direction direction) {
        return measure("balanced-accuracy", "[0, 1]", direction, "balanced accuracy");
    }

    /** The scores beside the area and the balanced accuracy; without a direction where they only say what is possible. */
    static List<Measure> others(boolean judged) {
        Direction more = judged ? Direction.HIGHER : Direction.NONE;
        Direction less = judged ? Direction.LOWER : Direction.NONE;
        return List.of(
                measure("macro-f1", "[0, 1]", more, "mean F1 score over classes"),
                measure("log-loss", "[0, 34.6]", less, "log-loss"),
                measure("brier-score", "[0, 2]", less, "Brier score"),
                measure("calibration-slope", "(-inf, inf)", Direction.NONE, "calibration slope"));
    }

    private static Measure measure(String id, String range, Direction direction, String title) {
        return new Measure(id, "1", range, direction, Measure.Against.OWN).called(title);
    }

    /** One list after the other. */
    static List<Measure> all(List<Measure> first, List<Measure> second) {
        List<Measure> all = new ArrayList<>(first);
        all.addAll(second);
        return all;
    }

    /** What is compared: a number of predictions with that of others as its yardstick. */
    record Row(TestRows test, Target target, long reference, long candidate, String note) {

        /**
         * The scores of all measures here.
         *
         * @param made predictions to score
         * @param real predictions for the yardstick; null for none
         */
        List<Observation> scores(Predictions made, Predictions real, double level) {
            List<Observation> all = new ArrayList<>();
            all.add(score("auc", made, real, level));
            all.add(score("balanced-accuracy", made, real, level));
            all.addAll(others(made, real, level));
            return all;
        }

        /** The scores beside the area and the balanced accuracy. */
        List<Observation> others(Predictions made, Predictions real, double level) {
            return Scorecard.others(true).stream()
                    .map(m -> score(m.id(), made, real, level))
                    .toList();
        }

        Observation score(String measure, Predictions made, Predictions real, double level) {
            Estimate value = estimate(measure, test, made.probabilities(), level);
            if (value == null) {
                return Observation.not(measure, target, NO_SLOPE);
            }
            Observation all =
                    Observation.of(measure, target, value, reference, candidate).note(note);
            Estimate beside = real == null ? null : estimate(measure, test, real.probabilities(), level);
            return beside == null ? all : all.yardstick(beside, real.rows());
        }
    }

    private static Estimate estimate(String measure, TestRows test, double[][] probabilities, double level) {
        return switch (measure) {
            case "auc" -> Discrimination.area(test, probabilities, level);
            case "balanced-accuracy" -> BalancedAccuracy.of(test, probabilities, level);
            case "macro-f1" -> MacroF1.of(test, probabilities, level);
            case "log-loss" -> ProbabilityScores.logLoss(test, probabilities, level);
            case "brier-score" -> ProbabilityScores.brier(test, probabilities, level);
            case "calibration-slope" -> CalibrationSlope.of(test, probabilities, level);
            default -> throw new IllegalArgumentException("no score is called " + measure);
        };
    }
}
