package io.synthaudit.metrics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Table;
import io.synthaudit.metrics.fidelity.CramersVDifference;
import io.synthaudit.metrics.fidelity.MutualInformationDifference;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/** SynthEval 1.7.1 (commit 42a3d34): means over columns and norms over pairs. */
final class SynthEvalNumbers implements OtherTool {

    private static final Predicate<Field> NUMBERS = f -> f.kind().isNumber();
    private static final Predicate<Field> LEVELS = f -> f.kind() == Kind.CATEGORICAL;

    private static final Map<String, Rule> RULES = Map.of(
            "ks_test.avg ks", Rule.of("mean of fidelity.ks/distance", (m, c) -> mean(m, NUMBERS, ks(m))),
            "ks_test.avg tvd",
                    Rule.of("mean of fidelity.tvd/distance-present", (m, c) -> mean(m, LEVELS, tvd(m)))
                            .unless(Reason.ROUNDED, (m, c) -> mean(m, LEVELS, f -> rounded(tvd(m).of(f)))),
            "ks_test.avg stat",
                    Rule.of(
                                    "mean of fidelity.ks/distance and fidelity.tvd/distance-present",
                                    (m, c) -> mean(m, f -> true, f -> NUMBERS.test(f) ? ks(m).of(f) : tvd(m).of(f)))
                            .unless(
                                    Reason.ROUNDED,
                                    (m, c) -> mean(
                                            m, f -> true, f -> NUMBERS.test(f) ? ks(m).of(f) : rounded(tvd(m).of(f)))),
            "q_mse.avg qMSE",
                    Rule.of(
                                    "mean of fidelity.quantiles/qmse",
                                    (m, c) -> mean(m, NUMBERS, f -> m.of("fidelity.quantiles/qmse", f.name())))
                            .unless(Reason.LEVELS_AS_NUMBERS, (m, c) -> {
                                Measurements coded = m.as("levels as numbers", Retabulated::levelsAsNumbers);
                                return mean(coded, f -> true, f -> coded.of("fidelity.quantiles/qmse", f.name()));
                            }),
            "h_dist.avg",
                    Rule.of("mean of fidelity.hellinger/distance-present", (m, c) -> mean(m, f -> true, hellinger(m)))
                            .unless(
                                    Reason.ZERO_HELLINGER,
                                    (m, c) -> mean(
                                            m,
                                            f -> true,
                                            f -> NUMBERS.test(f)
                                                    ? 0
                                                    : hellinger(m).of(f))),
            "corr_diff.corr_mat_diff",
                    Rule.of(
                                    "Frobenius norm of fidelity.*-difference: correlation, cramers-v (plain),"
                                            + " correlation-ratio",
                                    (m, c) -> norm(m, (a, b) -> root(m, a, b)))
                            .unless(Reason.SQUARED, (m, c) -> norm(m, (a, b) -> squared(m, a, b))),
            "mi_diff.mutual_inf_diff",
                    Rule.of(
                                    "Frobenius norm of fidelity.mutual-information-difference/difference",
                                    (m, c) -> norm(
                                            m,
                                            (a, b) -> m.of("fidelity.mutual-information-difference/difference", a, b)))
                            .unless(Reason.NUMBERS_AS_LEVELS, (m, c) -> {
                                Measurements levels = m.as("numbers as levels", Retabulated::numbersAsLevels);
                                return norm(
                                        m,
                                        (a, b) -> OneTable.difference(
                                                levels,
                                                new MutualInformationDifference(),
                                                "difference",
                                                (x, y) -> x && y ? 1 : 0,
                                                a,
                                                b));
                            }));

    private interface OfColumn {
        double of(Field field);
    }

    private interface OfPair {
        double of(String first, String second);
    }

    @Override
    public String name() {
        return "syntheval";
    }

    @Override
    public void compare(Place place, JsonNode golden, Findings into) {
        Golden.fields(golden.get("metrics")).forEach((metric, node) -> {
            if (metric.endsWith("_seconds")) {
                return;
            }
            if (node.has("error")) {
                into.add(place, "error", null, Double.NaN);
                return;
            }
            Golden.numbers(node).forEach((path, theirs) -> into.add(place, path, RULES.get(path), theirs));
        });
    }

    private static OfColumn ks(Measurements m) {
        return f -> m.of("fidelity.ks/distance", f.name());
    }

    private static OfColumn tvd(Measurements m) {
        return f -> m.of("fidelity.tvd/distance-present", f.name());
    }

    private static OfColumn hellinger(Measurements m) {
        return f -> m.of("fidelity.hellinger/distance-present", f.name());
    }

    private static double rounded(double value) {
        return Math.rint(value * 1e4) / 1e4;
    }

    private static double mean(Measurements m, Predicate<Field> which, OfColumn value) {
        return m.schema().fields().stream()
                .filter(which)
                .mapToDouble(value::of)
                .average()
                .orElseThrow();
    }

    /** Frobenius norm of a symmetric matrix whose diagonal is 0. */
    private static double norm(Measurements m, OfPair difference) {
        List<Field> fields = m.schema().fields();
        double sum = 0;
        for (int i = 0; i < fields.size(); i++) {
            for (int j = i + 1; j < fields.size(); j++) {
                double d = difference.of(fields.get(i).name(), fields.get(j).name());
                sum += 2 * d * d;
            }
        }
        return Math.sqrt(sum);
    }

    private static double root(Measurements m, String a, String b) {
        boolean number = NUMBERS.test(m.field(a));
        boolean other = NUMBERS.test(m.field(b));
        if (number && other) {
            return m.of("fidelity.correlation-difference/difference", a, b);
        }
        return number || other
                ? m.of("fidelity.correlation-ratio-difference/difference", a, b)
                : m.of("fidelity.cramers-v-difference/difference-plain", a, b);
    }

    private static double squared(Measurements m, String a, String b) {
        if (NUMBERS.test(m.field(a)) && NUMBERS.test(m.field(b))) {
            return root(m, a, b);
        }
        return squared(m.tables().synthetic(), m, a, b) - squared(m.tables().training(), m, a, b);
    }

    private static double squared(Table table, Measurements m, String a, String b) {
        int first = m.schema().indexOf(a).orElseThrow();
        int second = m.schema().indexOf(b).orElseThrow();
        if (NUMBERS.test(m.field(a))) {
            return OneTable.etaSquared(table, second, first);
        }
        if (NUMBERS.test(m.field(b))) {
            return OneTable.etaSquared(table, first, second);
        }
        double v = OneTable.of(table, new CramersVDifference(), "difference-plain", (x, y) -> 0, first, second);
        return yates(
                OneTable.count((CodeColumn) table.column(first), (CodeColumn) table.column(second))
                        .cells(),
                v);
    }

    /** The square of V; with Yates' correction where the table is two by two. */
    private static double yates(long[] cells, double v) {
        if (cells.length != 16) {
            return v * v;
        }
        double a = cells[0];
        double b = cells[1];
        double c = cells[4];
        double d = cells[5];
        double n = a + b + c + d;
        double e = Math.max(0, Math.abs(a * d - b * c) - n / 2);
        return e * e / ((a + b) * (c + d) * (a + c) * (b + d));
    }
}
