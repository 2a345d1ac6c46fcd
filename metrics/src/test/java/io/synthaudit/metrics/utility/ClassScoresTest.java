package io.synthaudit.metrics.utility;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Normal;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * Scores against numpy, i = arange(60): two classes y = i*7%11 > 5 with p = (1 + i*13%17) / 19; three classes z = i*4%9%3 with
 * q = [1 + i*3%7, 1 + i*5%11, 1 + i*2%5] over its sum.
 */
class ClassScoresTest {

    private static final int N = 60;

    private static TestRows two(int[] person) {
        int[] y = IntStream.range(0, N).map(i -> i * 7 % 11 > 5 ? 1 : 0).toArray();
        return new TestRows(PredictedTables.of(N, "any"), y, person, 2, 1, 0);
    }

    private static double[][] guesses() {
        return IntStream.range(0, N)
                .mapToObj(i -> (1 + i * 13 % 17) / 19.0)
                .map(p -> new double[] {1 - p, p})
                .toArray(double[][]::new);
    }

    private static TestRows three() {
        int[] z = IntStream.range(0, N).map(i -> i * 4 % 9 % 3).toArray();
        return new TestRows(PredictedTables.of(N, "any"), z, null, 3, -1, 0);
    }

    private static double[][] threeGuesses() {
        return IntStream.range(0, N)
                .mapToObj(i -> {
                    double[] q = {1 + i * 3 % 7, 1 + i * 5 % 11, 1 + i * 2 % 5};
                    double sum = q[0] + q[1] + q[2];
                    return new double[] {q[0] / sum, q[1] / sum, q[2] / sum};
                })
                .toArray(double[][]::new);
    }

    @Test
    void two_classes() {
        assertThat(ProbabilityScores.logLoss(two(null), guesses(), 0.95).value())
                .isCloseTo(0.8871362499388677, within(1e-12));
        assertThat(ProbabilityScores.brier(two(null), guesses(), 0.95).value())
                .isCloseTo(0.31652816251154203, within(1e-12));
        assertThat(MacroF1.of(two(null), guesses(), 0.95).value()).isCloseTo(0.49776785714285715, within(1e-12));
        Estimate slope = CalibrationSlope.of(two(null), guesses(), 0.95);
        assertThat(slope.value()).isCloseTo(-0.0027429240496406365, within(1e-9));
        // The sandwich standard error, times sqrt(60 / 59): 0.193877.
        assertThat(slope.interval().upper() - slope.value())
                .isCloseTo(0.19387702547563787 * Normal.z(0.95), within(1e-9));
    }

    @Test
    void three_classes() {
        assertThat(ProbabilityScores.logLoss(three(), threeGuesses(), 0.95).value())
                .isCloseTo(1.2568166727952104, within(1e-12));
        assertThat(ProbabilityScores.brier(three(), threeGuesses(), 0.95).value())
                .isCloseTo(0.7681687126646134, within(1e-12));
        assertThat(MacroF1.of(three(), threeGuesses(), 0.95).value()).isCloseTo(0.25255255255255254, within(1e-12));
        assertThat(CalibrationSlope.of(three(), threeGuesses(), 0.95).value())
                .isCloseTo(-0.058424036930097616, within(1e-9));
    }

    /** Jackknife: the interval of F1 is that of leaving one row out, to the first order. */
    @Test
    void the_interval_of_f1_is_that_of_the_jackknife() {
        double[] without = IntStream.range(0, N)
                .mapToDouble(left -> {
                    int[] rows = IntStream.range(0, N).filter(i -> i != left).toArray();
                    double[][] p =
                            IntStream.of(rows).mapToObj(i -> threeGuesses()[i]).toArray(double[][]::new);
                    return MacroF1.of(three().select(rows), p, 0.95).value();
                })
                .toArray();
        double mean =
                IntStream.range(0, N).mapToDouble(i -> without[i]).average().orElseThrow();
        double squares = IntStream.range(0, N)
                .mapToDouble(i -> (without[i] - mean) * (without[i] - mean))
                .sum();
        double error = Math.sqrt(squares * (N - 1) / N);
        Estimate f1 = MacroF1.of(three(), threeGuesses(), 0.95);
        assertThat(f1.interval().width() / 2 / Normal.z(0.95)).isCloseTo(error, within(0.05 * error));
    }

    @Test
    void a_class_that_was_held_impossible_is_dear_but_finite() {
        double[][] sure =
                IntStream.range(0, N).mapToObj(i -> new double[] {1, 0}).toArray(double[][]::new);
        assertThat(ProbabilityScores.logLoss(two(null), sure, 0.95).value())
                .isCloseTo(28 / 60.0 * -StrictMath.log(1e-15), within(1e-9));
        assertThat(CalibrationSlope.of(two(null), sure, 0.95)).isNull();
    }

    @Test
    void perfect_predictions_have_no_slope() {
        int[] y = two(null).labels();
        double[][] p = IntStream.range(0, N)
                .mapToObj(i -> y[i] == 1 ? new double[] {0.1, 0.9} : new double[] {0.8, 0.2})
                .toArray(double[][]::new);
        assertThat(CalibrationSlope.of(two(null), p, 0.95)).isNull();
    }
}
