package io.synthaudit.attacks.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Attack;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Outcome;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.interval.Roc;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.RealTables;
import io.synthaudit.testkit.simulation.Law;
import io.synthaudit.testkit.simulation.Laws;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DistanceMembershipTest {

    private final DistanceMembership attack = new DistanceMembership();

    private List<Outcome.ScoreSet> play(FixedRun run) {
        return ((Outcome.Scores) attack.play(run)).sets();
    }

    private static double area(Outcome.ScoreSet set) {
        return Roc.area(set.members(), set.nonMembers());
    }

    private static double tpr(Outcome.ScoreSet set) {
        return Roc.tprAtFpr(set.members(), set.nonMembers(), 0.01, 1, 1, 0.95).value();
    }

    /**
     * {@code ../shared/reference/statistics.md} section 1, columns AUC raw, TPR raw, TPR ratio, made by another program. The raw
     * score has no randomness and agrees to the digits printed; the ratio depends on the halves and coins, whose standard error
     * is .005 on adult and NIST, .01 on SEER, .03 on kidney.
     */
    @ParameterizedTest
    @CsvSource({
        "adult, ctgan, .500, .011, .013, .01",
        "adult, leaky10, .533, .039, .053, .01",
        "adult, memoriser, .628, .264, .265, .01",
        "breast_cancer_seer, gcopula, .501, .007, .009, .02",
        "breast_cancer_seer, synthpop, .555, .041, .037, .02",
        "breast_cancer_seer, leaky10, .610, .162, .149, .02",
        "breast_cancer_seer, leaky50, .772, .519, .473, .02",
        "breast_cancer_seer, memoriser, 1, 1, 1, 1e-9",
        "nist_ma2019, leaky10, .614, .105, .109, .02",
        "chronic_kidney, leaky10, .63, .18, .15, .06"
    })
    void areas_and_rates_are_what_another_program_found(
            String dataset, String variant, double area, double raw, double ratio, double error) {
        Tables tables = RealTables.load(dataset, variant);
        List<Outcome.ScoreSet> sets = play(FixedRun.of(tables));
        double digits = dataset.equals("chronic_kidney") ? 0.006 : 0.0011;
        assertThat(area(sets.get(0))).isCloseTo(area, within(digits));
        assertThat(tpr(sets.get(0))).isCloseTo(raw, within(digits));
        assertThat(tpr(sets.get(1))).isCloseTo(ratio, within(error));
    }

    @Test
    void it_is_found_by_the_service_loader_and_declares_its_measures_in_order() {
        assertThat(ServiceLoader.load(Attack.class).stream().map(ServiceLoader.Provider::type))
                .contains(DistanceMembership.class);
        assertThat(attack.description().measures().stream().map(Measure::id))
                .containsExactly("auc", "advantage", "tpr-at-fpr-0.01");
        assertThat(attack.description().question()).endsWith("?");
        assertThat(attack.threatModel().access()).isEqualTo("synthetic-only");
    }

    @Test
    void raw_comes_first_since_it_is_played_again_with_permuted_labels() {
        Tables tables = FixtureTables.fresh(200, 200, 100, 1);
        assertThat(play(FixedRun.of(tables)).stream().map(Outcome.ScoreSet::name))
                .containsExactly("raw", "log-ratio");
    }

    @Test
    void a_copy_of_training_gives_every_member_away() {
        Table training = FixtureTables.people(300, 2);
        List<Outcome.ScoreSet> sets = play(FixedRun.of(training, training, FixtureTables.people(200, 3)));
        assertThat(area(sets.get(0))).isEqualTo(1);
        assertThat(area(sets.get(1))).isGreaterThan(0.999);
    }

    @Test
    void a_fresh_sample_gives_nobody_away() {
        for (Outcome.ScoreSet set : play(FixedRun.of(FixtureTables.fresh(800, 800, 800, 4)))) {
            // standard error of the area: .0144
            assertThat(area(set)).as(set.name()).isCloseTo(0.5, within(0.05));
        }
    }

    /**
     * Leaving out only members that equal a non-member gave the raw score a mean area of .34 here. Standard error of each mean: .01. A few
     * samples have fewer than 50 such persons on a side.
     */
    @Test
    void a_fresh_sample_gives_nobody_away_where_rows_repeat() {
        Law law = Laws.leaks().get(1);
        double[] sums = new double[2];
        int played = 0;
        for (int i = 0; i < 40; i++) {
            UniformRandomProvider random = new RandomStreams(i).stream("repeats");
            Tables drawn = law.draw(300, random, random).tables();
            Table training = drawn.training().select(IntStream.range(0, 150).toArray());
            FixedRun run =
                    FixedRun.of(training, drawn.synthetic(), drawn.holdout().orElseThrow());
            if (attack.play(run) instanceof Outcome.Scores scores) {
                sums[0] += area(scores.sets().get(0));
                sums[1] += area(scores.sets().get(1));
                played++;
            }
        }
        assertThat(played).isGreaterThan(25);
        assertThat(sums[0] / played).isCloseTo(0.5, within(0.04));
        assertThat(sums[1] / played).isCloseTo(0.5, within(0.04));
    }

    @Test
    void rows_of_several_persons_are_left_out_on_both_sides_of_both_scores() {
        Table people = FixtureTables.people(400, 5);
        Table training = people.select(IntStream.range(0, 300).toArray());
        Table holdout = people.select(IntStream.range(240, 400).toArray());
        for (Outcome.ScoreSet set : play(FixedRun.of(training, FixtureTables.people(200, 6), holdout))) {
            assertThat(set.members()).hasSize(240);
            assertThat(set.nonMembers()).hasSize(100);
        }
    }

    @Test
    void a_person_has_the_score_of_the_most_exposed_row() {
        Table training = FixtureTables.people(300, 7);
        Table holdout = FixtureTables.people(240, 8);
        Table synthetic = FixtureTables.people(200, 9);
        int[] ours = IntStream.range(0, 300).map(i -> 1000 + i % 100).toArray();
        int[] theirs = IntStream.range(0, 240).map(i -> i % 80).toArray();
        double[] rows = play(FixedRun.of(training, synthetic, holdout)).get(0).members();
        Outcome.ScoreSet people = play(FixedRun.of(
                        new Tables(training, synthetic, Optional.of(holdout), Optional.of(ours), Optional.of(theirs))))
                .get(0);
        double[] worst = IntStream.range(0, 100)
                .mapToDouble(p -> Math.max(rows[p], Math.max(rows[p + 100], rows[p + 200])))
                .toArray();
        assertThat(people.members()).isEqualTo(worst);
        assertThat(people.nonMembers()).hasSize(80);
    }

    @Test
    void the_order_of_tasks_changes_nothing_and_the_seed_only_the_ratio() {
        Tables tables = FixtureTables.fresh(300, 200, 150, 10);
        List<Outcome.ScoreSet> once = play(FixedRun.of(tables));
        List<Outcome.ScoreSet> backwards = play(FixedRun.of(tables).backwards());
        List<Outcome.ScoreSet> reseeded = play(FixedRun.of(tables).seed(2));
        for (int i = 0; i < 2; i++) {
            assertThat(backwards.get(i).members()).isEqualTo(once.get(i).members());
            assertThat(backwards.get(i).nonMembers()).isEqualTo(once.get(i).nonMembers());
            assertThat(Arrays.equals(reseeded.get(i).members(), once.get(i).members()))
                    .isEqualTo(i == 0);
        }
    }

    @Test
    void without_a_holdout_it_is_not_played() {
        FixedRun run = FixedRun.of(FixtureTables.people(100, 1), FixtureTables.people(100, 2), null);
        assertThat(attack.play(run)).isEqualTo(new Outcome.NotPlayed(Reason.NO_HOLDOUT));
    }

    @Test
    void fewer_than_fifty_holdout_persons_are_too_few() {
        Table training = FixtureTables.people(100, 1);
        assertThat(attack.play(FixedRun.of(training, training, FixtureTables.people(49, 2))))
                .isEqualTo(new Outcome.NotPlayed(
                        new Reason("too-few", "It needs at least 50 holdout persons whose row is nobody else's.")));
        int[] pairs = IntStream.range(0, 98).map(i -> i / 2).toArray();
        Tables shared = new Tables(
                training, training, Optional.of(FixtureTables.people(98, 2)), Optional.empty(), Optional.of(pairs));
        assertThat(attack.play(FixedRun.of(shared)))
                .isEqualTo(new Outcome.NotPlayed(
                        new Reason("too-few", "It needs at least 50 holdout persons whose row is nobody else's.")));
    }

    @Test
    void training_rows_that_are_all_in_the_holdout_are_no_members() {
        Table rows = FixtureTables.people(100, 1);
        assertThat(attack.play(FixedRun.of(rows, rows, rows)))
                .isEqualTo(new Outcome.NotPlayed(
                        new Reason("too-few", "It needs at least 50 holdout persons whose row is nobody else's.")));
    }

    @Test
    void swapped_files_are_not_played() {
        Table seen = FixtureTables.people(400, 6);
        Outcome outcome = attack.play(FixedRun.of(FixtureTables.people(800, 7), seen, seen));
        assertThat(((Outcome.NotPlayed) outcome).reason().code()).isEqualTo("invalid-holdout");
    }
}
