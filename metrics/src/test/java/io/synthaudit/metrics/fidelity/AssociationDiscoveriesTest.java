package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import java.util.ServiceLoader;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class AssociationDiscoveriesTest extends SetContract {

    private static final List<String> TABLE = List.of();

    @Override
    protected TableEvaluation evaluation() {
        return new Together<>(new AssociationDiscoveries());
    }

    /** Cells dealt out anew lose associations and invent none; a pair is listed only once it is found. */
    @Override
    protected boolean isDescriptive(Measure measure) {
        return !measure.id().startsWith("lost");
    }

    @Override
    @Test
    protected void it_is_found_by_the_service_loader() {
        assertThat(ServiceLoader.load(Metric.class).stream().map(ServiceLoader.Provider::type))
                .contains(AssociationDiscoveries.class);
    }

    /** Columns a, b, c of two levels: shares of agreement of b and of c with a. */
    static Table agreeing(int rows, int ofB, int ofC) {
        Schema schema = new Schema(
                List.of(Field.of("a", Kind.BOOLEAN), Field.of("b", Kind.BOOLEAN), Field.of("c", Kind.BOOLEAN)), true);
        Dictionary levels = new Dictionary(new String[] {"n", "y"}, 2);
        int[] a = IntStream.range(0, rows).map(i -> i % 2).toArray();
        int[] b = IntStream.range(0, rows)
                .map(i -> i / 2 % 100 < ofB ? a[i] : 1 - a[i])
                .toArray();
        int[] c = IntStream.range(0, rows)
                .map(i -> (i / 2 * 37) % 100 < ofC ? a[i] : 1 - a[i])
                .toArray();
        return new Table(
                schema,
                List.of(
                        new CodeColumn(schema.field(0), levels, a, 0),
                        new CodeColumn(schema.field(1), levels, b, 0),
                        new CodeColumn(schema.field(2), levels, c, 0)),
                rows);
    }

    /** SDMetrics' defaults leave out pairs whose association is weak in training: this scores perfectly there. */
    @Test
    void a_perfect_association_that_training_lacks_is_found_even_in_small_tables() {
        List<Observation> found =
                observe(Tables.of(agreeing(400, 50, 50), agreeing(400, 100, 50), agreeing(400, 50, 50)));
        Observation invented = of(found, "invented-count", TABLE);
        assertThat(invented.estimate().value()).isEqualTo(1);
        assertThat(invented.estimate().interval().lower()).isEqualTo(1);
        assertThat(invented.estimate().interval().upper()).isEqualTo(1);
        assertThat(invented.yardstick().value()).isZero();
        assertThat(value(found, "invented-share", TABLE)).isEqualTo(1.0 / 3, within(1e-15));
        assertThat(value(found, "tested-count", TABLE)).isEqualTo(3);
        assertThat(value(found, "lost-count", TABLE)).isZero();
        assertThat(value(found, "gain", List.of("a", "b"))).isEqualTo(1, within(1e-9));
        assertThat(of(found, "gain", List.of("a", "b")).yardstick().value()).isEqualTo(0, within(1e-9));
    }

    @Test
    void the_reverse_is_a_lost_association() {
        List<Observation> found = observe(Tables.of(agreeing(400, 100, 50), agreeing(400, 50, 50), null));
        assertThat(value(found, "lost-count", TABLE)).isEqualTo(1);
        assertThat(value(found, "invented-count", TABLE)).isZero();
        assertThat(value(found, "loss", List.of("a", "b"))).isEqualTo(1, within(1e-9));
    }

    /** V .4 against .1 and .65 against .2 are found; .4 against .25 is too near, .95 against .5 strong in both. */
    @Test
    void weak_strong_and_margin_are_all_asked_for() {
        assertThat(inventedAt(55, 70)).isEqualTo(1);
        assertThat(inventedAt(60, 83)).isEqualTo(1);
        assertThat(inventedAt(62, 70)).isZero();
        assertThat(inventedAt(75, 98)).isZero();
        assertThat(inventedAt(50, 62)).isZero();
    }

    private double inventedAt(int training, int synthetic) {
        Tables tables = Tables.of(agreeing(40_000, training, 50), agreeing(40_000, synthetic, 50), null);
        return value(observe(tables), "invented-count", TABLE);
    }

    @Test
    void where_rows_cannot_tell_the_upper_bound_stays_open() {
        List<Observation> found = observe(Tables.of(agreeing(200, 58, 50), agreeing(200, 70, 50), null));
        Observation invented = of(found, "invented-count", TABLE);
        assertThat(invented.estimate().value()).isZero();
        assertThat(invented.estimate().interval().upper()).isPositive();
    }

    @Test
    void p_values_agree_with_the_bounds_they_come_from() {
        PairCounts before =
                new PairCounts(new long[] {50, 50, 0, 0, 50, 50, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 4, 4, null, null);
        PairCounts after =
                new PairCounts(new long[] {68, 32, 0, 0, 32, 68, 0, 0, 0, 0, 0, 0, 0, 0, 0, 0}, 4, 4, null, null);
        AssociationShift shift = AssociationShift.of(before, after, new Comparison(0.95, 1, 1, null));
        assertThat(shift.invented()).isBetween(0.05, 0.5);
        AssociationShift at = AssociationShift.of(before, after, new Comparison(1 - shift.invented(), 1, 1, null));
        double least = Math.min(
                at.difference().interval().lower() - AssociationShift.MARGIN,
                lowerOf(after, 1 - shift.invented()) - AssociationShift.STRONG);
        assertThat(least).isBetween(0.0, 0.002);
    }

    private static double lowerOf(PairCounts counts, double level) {
        Joint joint = Joint.of(counts);
        return new MeanSquareContingency(joint)
                .bounds(1, level)
                .root(CramersVDifference.correctedMost(joint))
                .lower();
    }

    /** Independent columns keep no association: adult's strong pairs are all lost, none is invented. */
    @Test
    void independent_marginals_of_adult_lose_its_associations() {
        List<Observation> found = observe(RealTables.load("adult", "independent"));
        Observation lost = of(found, "lost-count", TABLE);
        assertThat(lost.estimate().value())
                .isEqualTo(lost.estimate().interval().lower())
                .isGreaterThan(3);
        assertThat(lost.yardstick().value()).isZero();
        assertThat(value(found, "invented-count", TABLE)).isZero();
        assertThat(found.stream()
                        .filter(o -> o.measure().equals("loss"))
                        .map(o -> o.target().columns()))
                .contains(List.of("education", "education_num"), List.of("relationship", "sex"))
                .hasSize((int) lost.estimate().value());
    }

    @Test
    void tables_too_small_for_any_pair_say_so() {
        Tables tables = Tables.of(agreeing(8, 50, 50), agreeing(8, 100, 50), null);
        List<Observation> found = observe(tables);
        assertThat(found).allMatch(o -> o.reason() != null && o.reason().code().equals("too-few"));
        assertThat(found).hasSize(evaluation().description().measures().size());
    }
}
