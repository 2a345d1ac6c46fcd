package io.synthaudit.metrics.validity;

import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeSet;

/** Compares one column of texts in two tables; an empty text is a missing cell. */
record Texts(Field field, String[] training, String[] other) {

    static Texts of(String[] training, String... other) {
        return new Texts(Field.of("text", Kind.TEXT), training, other);
    }

    static String[] cells(String... cells) {
        return cells;
    }

    <S extends State<S>> List<Measured> compare(ColumnMetric<S> metric) {
        TreeSet<String> known = new TreeSet<>(Arrays.asList(training));
        TreeSet<String> more = new TreeSet<>(Arrays.asList(other));
        known.remove("");
        more.remove("");
        more.removeAll(known);
        List<String> labels = new ArrayList<>(known);
        labels.addAll(more);
        Dictionary dictionary = new Dictionary(labels.toArray(String[]::new), known.size());
        Table reference = table(training, labels, dictionary);
        Profile profile = Profile.of(reference);
        return metric.compare(
                new CodedTable(reference, profile).observe(metric.statistic(field), profile, null),
                new CodedTable(table(other, labels, dictionary), profile)
                        .observe(metric.statistic(field), profile, null),
                new Comparison(.95, 1, 1, profile.column(0)));
    }

    private Table table(String[] cells, List<String> labels, Dictionary dictionary) {
        int[] codes = Arrays.stream(cells).mapToInt(labels::indexOf).toArray();
        Column column = new CodeColumn(field, dictionary, codes, 0);
        return new Table(new Schema(List.of(field), true), List.of(column), cells.length);
    }
}
