package io.synthaudit.core.interval;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.random.RandomStreams;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class MacroRocTest {

    /** Class shares .5, .3, .2; the score of the true class is raised by {@code skill}, and all sum to 1. */
    private static double[][] scores(int[] labels, double skill, UniformRandomProvider random) {
        double[][] p = new double[labels.length][3];
        for (int i = 0; i < labels.length; i++) {
            double sum = 0;
            for (int k = 0; k < 3; k++) {
                p[i][k] = random.nextDouble() + (labels[i] == k ? skill : 0);
                sum += p[i][k];
            }
            for (int k = 0; k < 3; k++) {
                p[i][k] /= sum;
            }
        }
        return p;
    }

    private static int[] labels(int n, UniformRandomProvider random) {
        return IntStream.range(0, n)
                .map(i -> {
                    double u = random.nextDouble();
                    return u < 0.5 ? 0 : u < 0.8 ? 1 : 2;
                })
                .toArray();
    }

    /** Three rows, one of each class. Areas: class 0: 1 of 2 pairs; class 1: 2 of 2; class 2: a tie and a win, .75. */
    @Test
    void the_value_is_the_mean_of_one_against_rest_areas() {
        double[][] p = {{0.5, 0.2, 0.3}, {0.1, 0.8, 0.1}, {0.6, 0.1, 0.3}};
        MacroRoc roc = MacroRoc.of(new int[] {0, 1, 2}, p, null);
        assertThat(roc.value()).isCloseTo((0.5 + 1 + 0.75) / 3, within(1e-15));
    }

    /** Of two classes both one-against-rest areas are equal, so value and interval must be DeLong's but for n / (n - 1). */
    @Test
    void of_two_classes_it_agrees_with_delong() {
        UniformRandomProvider random = new RandomStreams(5).stream("two");
        int n = 500;
        int[] labels = random.ints(n, 0, 2).toArray();
        double[][] a = new double[n][2];
        double[][] b = new double[n][2];
        boolean[] positive = new boolean[n];
        for (int i = 0; i < n; i++) {
            positive[i] = labels[i] == 1;
            a[i][1] = (random.nextDouble() + labels[i] * 0.4) / 2;
            b[i][1] = (random.nextDouble() + labels[i] * 0.2) / 2;
            a[i][0] = 1 - a[i][1];
            b[i][0] = 1 - b[i][1];
        }
        Estimate macro = MacroRoc.of(labels, a, null).minus(MacroRoc.of(labels, b, null), 0.95);
        Estimate paired = Roc.pairedAucDifference(column(a), column(b), positive, null, 0.95);
        assertThat(macro.value()).isCloseTo(paired.value(), within(1e-12));
        assertThat(macro.interval().width())
                .isCloseTo(
                        paired.interval().width(),
                        within(0.005 * paired.interval().width()));
    }

    private static double[] column(double[][] p) {
        return IntStream.range(0, p.length).mapToDouble(i -> p[i][1]).toArray();
    }

    @Test
    void equal_models_differ_by_nothing_but_not_with_certainty() {
        UniformRandomProvider random = new RandomStreams(5).stream("equal");
        int[] labels = labels(200, random);
        MacroRoc roc = MacroRoc.of(labels, scores(labels, 0.5, random), null);
        Estimate difference = roc.minus(roc, 0.95);
        assertThat(difference.value()).isZero();
        assertThat(difference.interval().lower()).isBetween(-0.2, -0.01);
        assertThat(difference.interval().upper())
                .isEqualTo(-difference.interval().lower());
    }

    @Test
    void a_perfect_model_has_an_upper_bound_of_one_and_a_lower_bound_below() {
        int[] labels = IntStream.range(0, 60).map(i -> i % 3).toArray();
        double[][] p = new double[60][3];
        for (int i = 0; i < 60; i++) {
            p[i][labels[i]] = 1;
        }
        Estimate area = MacroRoc.of(labels, p, null).area(0.95);
        assertThat(area.value()).isEqualTo(1);
        assertThat(area.interval().upper()).isEqualTo(1);
        // One in 20 rows may be missed unseen: 1 - .05^(1/20).
        assertThat(area.interval().lower()).isCloseTo(1 - 0.1391, within(1e-4));
    }

    /** True difference by 400,000 rows; 2,000 tables of 300 rows. Each bound covers at 95 % but for 1.5 %. */
    @Test
    @Tag("slow")
    void bounds_of_a_difference_cover_the_truth_at_their_level() {
        UniformRandomProvider random = new RandomStreams(5).stream("coverage");
        double truth = difference(400_000, random).value();
        int lower = 0;
        int upper = 0;
        for (int i = 0; i < 4000; i++) {
            Estimate estimate = difference(300, random);
            lower += estimate.interval().lower() <= truth ? 1 : 0;
            upper += estimate.interval().upper() >= truth ? 1 : 0;
        }
        assertThat(lower / 4000.0).isCloseTo(0.95, within(0.015));
        assertThat(upper / 4000.0).isCloseTo(0.95, within(0.015));
    }

    private static Estimate difference(int n, UniformRandomProvider random) {
        int[] labels = labels(n, random);
        return MacroRoc.of(labels, scores(labels, 0.6, random), null)
                .minus(MacroRoc.of(labels, scores(labels, 0.4, random), null), 0.95);
    }
}
