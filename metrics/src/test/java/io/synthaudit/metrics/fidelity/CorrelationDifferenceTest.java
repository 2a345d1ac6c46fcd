package io.synthaudit.metrics.fidelity;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Comoments;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.MetricContract;
import io.synthaudit.testkit.Numbers;
import java.util.List;
import org.junit.jupiter.api.Test;

final class CorrelationDifferenceTest extends MetricContract {

    private static final List<Field> FIELDS = List.of(Field.of("x", Kind.NUMERIC), Field.of("y", Kind.NUMERIC));

    @Override
    protected Metric metric() {
        return new CorrelationDifference();
    }

    @Override
    protected Numbers numbers(Measure measure) {
        return Numbers.AFFINE;
    }

    /** {@code numpy.corrcoef([1,2,3,4,9], [2,1,4,3,7])} gives 0.9204922441828913; of the mirrored table its negative. */
    @Test
    void the_difference_is_that_of_pearson_s_correlations_over_complete_rows() {
        double[] x = {1, 2, 3, 4, 9, Double.NaN, 5};
        double[] y = {2, 1, 4, 3, 7, 100, Double.NaN};
        double[] mirrored = {-2, -1, -4, -3, -7, 100, Double.NaN};
        var value = compare(table(x, y), table(x, mirrored)).get(0).estimate();
        assertThat(value.value()).isEqualTo(-2 * 0.9204922441828913, within(1e-12));
    }

    @Test
    void an_invented_correlation_shows() {
        double[] x = new double[400];
        double[] free = new double[400];
        for (int i = 0; i < 400; i++) {
            x[i] = i % 20;
            free[i] = i / 20;
        }
        var value = compare(table(x, free), table(x, x)).get(0).estimate();
        assertThat(value.value()).isEqualTo(1, within(1e-9));
        assertThat(value.interval().lower()).isGreaterThan(0.9);
    }

    @Test
    void a_constant_column_has_no_correlation() {
        double[] x = {1, 2, 3, 4};
        assertThat(compare(table(x, x), table(x, new double[] {5, 5, 5, 5}))).isEmpty();
    }

    private static List<Measured> compare(Table reference, Table candidate) {
        Profile profile = Profile.of(reference);
        Comoments pair = new Comoments(FIELDS.get(0), FIELDS.get(1));
        return new CorrelationDifference()
                .compare(
                        new CodedTable(reference, profile).observe(pair, profile, null),
                        new CodedTable(candidate, profile).observe(pair, profile, null),
                        comparison(profile.column(0)));
    }

    private static Table table(double[] x, double[] y) {
        return new Table(
                new Schema(FIELDS, true),
                List.of(new NumberColumn(FIELDS.get(0), x, 0), new NumberColumn(FIELDS.get(1), y, 0)),
                x.length);
    }
}
