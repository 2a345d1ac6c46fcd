package io.synthaudit.metrics.utility;

import static io.synthaudit.metrics.utility.AnalysesTables.made;
import static io.synthaudit.metrics.utility.AnalysesTables.one;
import static io.synthaudit.metrics.utility.AnalysesTables.real;
import static io.synthaudit.metrics.utility.AnalysesTables.table;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.analysis.GroupedTable;
import io.synthaudit.core.analysis.GroupedTable.Statistic;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.testkit.FixedRun;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class QueryErrorTest {

    /** Shares of d in training are 86, 57, 57 of 200 and 60, 60, 30 of 150 in the synthetic table. */
    @Test
    void relative_errors_of_counts_and_means() {
        GroupedTable counts = new GroupedTable("n", List.of("d"), Statistic.COUNT, "", "");
        List<Observation> all =
                new QueryError().evaluate(FixedRun.of(real(), made(), real()).analysing(counts));
        double[] errors = {
            Math.abs(60 / 150.0 / (86 / 200.0) - 1),
            Math.abs(60 / 150.0 / (57 / 200.0) - 1),
            Math.abs(30 / 150.0 / (57 / 200.0) - 1)
        };
        Arrays.sort(errors);
        Observation median = one(all, "median-relative-error");
        assertThat(median.estimate().value()).isCloseTo(errors[1], within(1e-12));
        assertThat(one(all, "p95-relative-error").estimate().value()).isCloseTo(errors[2], within(1e-12));
        assertThat(median.yardstick().value()).isZero();
        assertThat(median.estimate().interval().lower()).isLessThan(errors[1]);
        GroupedTable means = new GroupedTable("m", List.of("d"), Statistic.MEAN, "y", "x");
        assertThat(one(
                                new QueryError()
                                        .evaluate(FixedRun.of(real(), made(), null)
                                                .analysing(means)),
                                "p95-relative-error")
                        .estimate()
                        .value())
                .isCloseTo(weightedMeans(), within(1e-12));
    }

    /** The largest relative error of mean y by d, rows weighted by x, worked out row by row. */
    private static double weightedMeans() {
        double worst = 0;
        for (int level = 0; level < 3; level++) {
            worst = Math.max(worst, Math.abs(mean(made(), level) / mean(real(), level) - 1));
        }
        return worst;
    }

    private static double mean(Table table, int level) {
        double sum = 0;
        double weight = 0;
        for (int i = 0; i < table.rows(); i++) {
            if (((CodeColumn) table.column(2)).codes()[i] == level) {
                double w = ((NumberColumn) table.column(0)).values()[i];
                sum += w * ((NumberColumn) table.column(1)).values()[i];
                weight += w;
            }
        }
        return sum / weight;
    }

    @Test
    void small_groups_are_left_out_and_absent_ones_err_wholly() {
        Table real = real();
        int[] d = IntStream.range(0, 200).map(i -> i < 10 ? 2 : i % 2).toArray();
        Table training = table(((NumberColumn) real.column(0)).values(), ((NumberColumn) real.column(1)).values(), d);
        Table synthetic =
                table(((NumberColumn) real.column(0)).values(), ((NumberColumn) real.column(1)).values(), new int[200]);
        GroupedTable counts = new GroupedTable("n", List.of("d"), Statistic.COUNT, "", "");
        List<Observation> all =
                new QueryError().evaluate(FixedRun.of(training, synthetic, null).analysing(counts));
        Observation worst = one(all, "p95-relative-error");
        // 95 of 200 become 200 of 200 in the first group; the second is absent.
        assertThat(worst.estimate().value()).isCloseTo(200 / 95.0 - 1, within(1e-12));
        assertThat(one(all, "median-relative-error").estimate().value()).isEqualTo(1);
        assertThat(worst.note())
                .contains("2 groups; left out as smaller than 11 training rows: 1 groups; absent from the"
                        + " synthetic table: 1.");
    }

    @Test
    void persons_with_many_rows_widen_the_bounds() {
        int[] person = IntStream.range(0, 200).map(i -> i / 4).toArray();
        Tables alone = Tables.of(real(), made(), null);
        Tables owned = new Tables(real(), made(), Optional.empty(), Optional.of(person), Optional.empty());
        GroupedTable means = new GroupedTable("m", List.of("d"), Statistic.MEAN, "y", "");
        double[] widths = Stream.of(alone, owned)
                .mapToDouble(tables -> one(
                                new QueryError().evaluate(FixedRun.of(tables).analysing(means)), "p95-relative-error")
                        .estimate()
                        .interval()
                        .width())
                .toArray();
        assertThat(widths[1]).isGreaterThan(widths[0]);
        assertThat(Clustering.factor(person)).isEqualTo(4);
    }
}
