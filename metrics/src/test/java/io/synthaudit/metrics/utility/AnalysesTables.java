package io.synthaudit.metrics.utility;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.analysis.Analysis;
import io.synthaudit.core.analysis.Formula;
import io.synthaudit.core.analysis.Regression;
import io.synthaudit.core.analysis.Regression.Family;
import io.synthaudit.core.analysis.Term;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.FixedRun;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** The two tables of the published vectors, and readers of observations, for tests of declared analyses. */
final class AnalysesTables {

    private AnalysesTables() {}

    static final Schema SCHEMA = new Schema(
            List.of(
                    Field.of("x", Kind.NUMERIC),
                    Field.of("y", Kind.NUMERIC),
                    new Field(
                            "d",
                            Kind.CATEGORICAL,
                            Set.of(),
                            List.of(),
                            new Domain(Double.NaN, Double.NaN, "", List.of("X", "Y", "Z"), ""),
                            "",
                            "")),
            true);

    static Table table(double[] x, double[] y, int[] d) {
        Dictionary levels = new Dictionary(new String[] {"X", "Y", "Z"}, 3);
        List<Column> columns = List.of(
                new NumberColumn(SCHEMA.field(0), x, 0),
                new NumberColumn(SCHEMA.field(1), y, 0),
                new CodeColumn(SCHEMA.field(2), levels, d, 0));
        return new Table(SCHEMA, columns, x.length);
    }

    /** The two tables of the published vectors. */
    static Table real() {
        double[] x =
                IntStream.range(0, 200).mapToDouble(i -> (37 * i % 101) / 10.0).toArray();
        double[] y = IntStream.range(0, 200)
                .mapToDouble(i -> 0.5 * x[i] + 53 * i % 17)
                .toArray();
        return table(x, y, IntStream.range(0, 200).map(i -> i % 7 % 3).toArray());
    }

    static Table made() {
        double[] x =
                IntStream.range(0, 150).mapToDouble(j -> (41 * j % 97) / 9.0).toArray();
        double[] y = IntStream.range(0, 150)
                .mapToDouble(j -> 0.4 * x[j] + 29 * j % 19)
                .toArray();
        return table(x, y, IntStream.range(0, 150).map(j -> j % 5 % 3).toArray());
    }

    static Formula formula(String response, String... columns) {
        return new Formula(
                response, Stream.of(columns).map(c -> new Term(List.of(c))).toList());
    }

    static final Regression LINEAR = new Regression("line", formula("y", "x", "d"), Family.GAUSSIAN, "");

    static List<Observation> glm(Table training, Table synthetic, Table holdout, Analysis... analyses) {
        return new CoefficientOverlap()
                .evaluate(FixedRun.of(training, synthetic, holdout).analysing(analyses));
    }

    static List<Observation> of(List<Observation> all, String measure) {
        return all.stream().filter(o -> o.measure().equals(measure)).toList();
    }

    static Observation one(List<Observation> all, String measure) {
        List<Observation> found = of(all, measure);
        assertThat(found).hasSize(1);
        return found.get(0);
    }
}
