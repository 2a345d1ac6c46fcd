package io.synthaudit.attacks.inference;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Attack;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Outcome;
import io.synthaudit.core.evaluation.Outcome.SecretGuesses;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import io.synthaudit.testkit.RealTables;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AttributeInferenceTest {

    private final Attack attack = new AttributeInference();

    private static Tables seer(String synthetic) {
        return RealTables.load("breast_cancer_seer", synthetic);
    }

    private SecretGuesses guesses(FixedRun run, String secret) {
        return ((Outcome.Guesses) attack.play(run))
                .secrets().stream()
                        .filter(s -> s.target().columns().get(0).equals(secret))
                        .findFirst()
                        .orElseThrow();
    }

    private static double excess(SecretGuesses s) {
        return mean(s.main()) - mean(s.control());
    }

    private static double mean(double[] values) {
        return Arrays.stream(values).average().orElseThrow();
    }

    private double meanExcess(FixedRun run) {
        return ((Outcome.Guesses) attack.play(run))
                .secrets().stream()
                        .mapToDouble(AttributeInferenceTest::excess)
                        .average()
                        .orElseThrow();
    }

    @Test
    void a_copy_of_training_is_caught() {
        SecretGuesses survival = guesses(FixedRun.of(seer("memoriser")), "Survival Months");
        assertThat(mean(survival.main())).isGreaterThan(0.99);
        assertThat(mean(survival.control())).isLessThan(0.3);
    }

    /** The excess of a secret has a standard error of about .015; its mean over 16 secrets much less. */
    @Test
    void a_leak_of_half_the_rows_lies_between_a_copy_and_a_clean_table() {
        double copy = meanExcess(FixedRun.of(seer("memoriser")));
        double half = meanExcess(FixedRun.of(seer("leaky50")));
        double clean = meanExcess(FixedRun.of(seer("gcopula")));
        assertThat(clean).isCloseTo(0, within(0.02));
        assertThat(half).isBetween(0.1, copy - 0.1);
        assertThat(copy).isGreaterThan(0.3);
    }

    /** Ten halvings of the holdout, one half as synthetic table; the mean of 160 excesses has a standard error below .003. */
    @Test
    void a_fresh_real_sample_gives_nothing_away() {
        Tables tables = seer("synthpop");
        Table holdout = tables.holdout().orElseThrow();
        double sum = 0;
        for (int halving = 0; halving < 10; halving++) {
            int[] order = RandomStreams.permutation(holdout.rows(), new RandomStreams(halving).stream("halving"));
            Table fresh = holdout.select(Arrays.copyOf(order, holdout.rows() / 2));
            Table rest = holdout.select(Arrays.copyOfRange(order, holdout.rows() / 2, holdout.rows()));
            sum += meanExcess(
                    FixedRun.of(Tables.of(tables.training(), fresh, rest)).seed(halving));
        }
        assertThat(sum / 10).isCloseTo(0, within(0.01));
    }

    @Test
    void order_of_work_and_threads_change_nothing() {
        FixedRun run = FixedRun.of(seer("leaky50"));
        assertThat(attack.play(run)).usingRecursiveComparison().isEqualTo(attack.play(run.backwards()));
    }

    @Test
    void another_seed_attacks_other_targets() {
        FixedRun run = FixedRun.of(seer("leaky50"));
        assertThat(guesses(run.seed(2), "Age").main())
                .isNotEqualTo(guesses(run, "Age").main());
    }

    @Test
    void without_declared_columns_every_content_column_is_a_secret_given_all_others() {
        Tables tables = seer("gcopula");
        List<SecretGuesses> all = ((Outcome.Guesses) attack.play(FixedRun.of(tables))).secrets();
        assertThat(all).hasSize(16);
        assertThat(all.get(15).target().columns()).containsExactly("Status");
        assertThat(all.get(15).target().given()).hasSize(15).doesNotContain("Status");
        assertThat(all).allSatisfy(s -> assertThat(s.main()).hasSize(2000));
        assertThat(all).allSatisfy(s -> assertThat(s.control()).hasSize(1342));
        assertThat(all).allSatisfy(s -> assertThat(s.mainPerson()).isNull());
    }

    @Test
    void declared_quasi_identifiers_are_known_and_all_other_columns_secret() {
        FixedRun run = FixedRun.of(seer("gcopula")).knowing(2, 0, 1);
        List<SecretGuesses> all = ((Outcome.Guesses) attack.play(run)).secrets();
        assertThat(all).hasSize(13);
        assertThat(all)
                .allSatisfy(s -> assertThat(s.target().given()).containsExactly("Age", "Race", "Marital Status"));
    }

    @Test
    void a_declared_secret_is_not_known_even_if_it_is_a_quasi_identifier() {
        FixedRun run = FixedRun.of(seer("gcopula")).knowing(0, 1, 2).after(1, 15);
        List<SecretGuesses> all = ((Outcome.Guesses) attack.play(run)).secrets();
        assertThat(all).hasSize(2);
        assertThat(all.get(0).target().columns()).containsExactly("Race");
        assertThat(all.get(0).target().given()).containsExactly("Age", "Marital Status");
        assertThat(all.get(1).target().columns()).containsExactly("Status");
    }

    @Test
    void the_rare_value_of_a_copy_is_guessed_with_precision_and_recall_one() {
        SecretGuesses grade = guesses(FixedRun.of(seer("memoriser")), "differentiate");
        assertThat(grade.rare().mainTrue()).isPositive();
        assertThat(grade.rare().mainHits() / grade.rare().mainTrue()).isGreaterThan(0.99);
        assertThat(grade.rare().mainHits() / grade.rare().mainGuessed()).isGreaterThan(0.99);
        assertThat(grade.rare().controlHits()).isLessThan(grade.rare().controlTrue());
        assertThat(guesses(FixedRun.of(seer("memoriser")), "Age").rare()).isNull();
    }

    /** Training and holdout of 60 rows: one known column, one secret that is missing in every second row. */
    @Test
    void a_target_without_a_true_value_is_skipped_and_a_missing_guess_is_wrong() {
        int[] key = IntStream.range(0, 60).map(i -> i % 10).toArray();
        int[] half = IntStream.range(0, 60).map(i -> i % 2 == 0 ? 0 : -1).toArray();
        Table real = Cells.table(Cells.levels("key", 10, key), Cells.levels("secret", 1, half));
        Table synthetic = Cells.table(
                Cells.levels("key", 10, 0, 0, 2, 2, 4, 6, 8), Cells.levels("secret", 1, 0, -1, -1, -1, 0, 0, 0));
        SecretGuesses s = guesses(FixedRun.of(Tables.of(real, synthetic, real)), "secret");
        assertThat(s.main()).hasSize(30);
        assertThat(mean(s.main())).isCloseTo((0.5 + 0 + 1 + 1 + 1) / 5, within(1e-15));
        assertThat(s.mainBaseline()).containsOnly(1).hasSize(30);
    }

    /** Persons of 3 rows each: 666 of them fit into 2,000 targets. */
    @Test
    void persons_are_attacked_with_all_their_rows() {
        Tables t = seer("leaky50");
        int[] person = IntStream.range(0, t.training().rows()).map(i -> i / 3).toArray();
        int[] others = IntStream.range(0, 1342).map(i -> i / 3).toArray();
        Tables tables = new Tables(t.training(), t.synthetic(), t.holdout(), Optional.of(person), Optional.of(others));
        SecretGuesses s = guesses(FixedRun.of(tables), "Age");
        assertThat(s.mainPerson()).hasSize(1998);
        assertThat(Arrays.stream(s.mainPerson()).distinct().count()).isEqualTo(666);
        assertThat(s.controlPerson()).hasSize(1342);
    }

    @Test
    void it_is_not_played_without_a_control_or_with_fewer_than_50_rows() {
        Tables tables = seer("gcopula");
        Table holdout = tables.holdout().orElseThrow();
        assertThat(attack.play(FixedRun.of(Tables.of(tables.training(), tables.synthetic(), null))))
                .isEqualTo(new Outcome.NotPlayed(Reason.NO_HOLDOUT));
        Table few = holdout.select(IntStream.range(0, 49).toArray());
        Outcome outcome = attack.play(FixedRun.of(Tables.of(tables.training(), tables.synthetic(), few)));
        assertThat(((Outcome.NotPlayed) outcome).reason().code()).isEqualTo("too-few");
    }

    @Test
    void a_single_column_cannot_be_guessed_from_others() {
        Table one = Cells.table(Cells.levels("only", 3, new int[60]));
        Outcome outcome = attack.play(FixedRun.of(Tables.of(one, one, one)));
        assertThat(((Outcome.NotPlayed) outcome).reason())
                .isEqualTo(new Reason("kind", "There is no column to guess from others."));
    }

    @Test
    void it_is_found_as_a_service_and_its_excess_comes_first() {
        assertThat(ServiceLoader.load(Attack.class)).hasAtLeastOneElementOfType(AttributeInference.class);
        assertThat(attack.description().id()).isEqualTo("attack.inference");
        assertThat(attack.description().measures())
                .extracting(Measure::id)
                .containsExactly("excess", "success", "over-baseline", "rare-precision", "rare-recall");
    }

    @Test
    void swapped_files_are_not_played() {
        Table seen = FixtureTables.people(400, 6);
        Outcome outcome = attack.play(FixedRun.of(Tables.of(FixtureTables.people(800, 7), seen, seen)));
        assertThat(((Outcome.NotPlayed) outcome).reason().code()).isEqualTo("invalid-holdout");
    }

    @Test
    void a_declared_secret_beside_which_nothing_is_known_is_not_left_out_in_silence() {
        FixedRun run =
                FixedRun.of(FixtureTables.fresh(200, 200, 100, 5)).knowing(0).after(0, 5);
        List<SecretGuesses> secrets = ((Outcome.Guesses) attack.play(run)).secrets();
        assertThat(secrets).extracting(s -> s.target().columns().get(0)).containsExactlyInAnyOrder("outcome", "age");
        assertThat(guesses(run, "age").main()).isEmpty();
        assertThat(guesses(run, "outcome").main()).hasSize(200);
    }
}
