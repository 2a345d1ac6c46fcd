package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Counts;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.Levels;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.statistic.State;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One column at a time of the two small tables whose metrics other tools computed, and columns made by tests. */
public final class Vectors {

    private final Profile profile;
    private final Table training;
    private final Table synthetic;

    private Vectors(Table training, Table synthetic) {
        this.profile = Profile.of(training);
        this.training = training;
        this.synthetic = synthetic;
    }

    /** Columns of numbers; NaN is missing. */
    public static Vectors ofNumbers(double[] training, double... synthetic) {
        Field field = Field.of("x", Kind.NUMERIC);
        return new Vectors(
                table(field, new NumberColumn(field, training, 0), training.length),
                table(field, new NumberColumn(field, synthetic, 0), synthetic.length));
    }

    /** Columns of levels; null is missing. Training levels come first in the dictionary. */
    public static Vectors ofLevels(String[] training, String... synthetic) {
        Field field = Field.of("c", Kind.CATEGORICAL);
        List<String> labels = new ArrayList<>();
        int[] first = codes(training, labels);
        int known = labels.size();
        int[] second = codes(synthetic, labels);
        Dictionary dictionary = new Dictionary(labels.toArray(String[]::new), known);
        return new Vectors(
                table(field, new CodeColumn(field, dictionary, first, 0), first.length),
                table(field, new CodeColumn(field, dictionary, second, 0), second.length));
    }

    /** Column x or y of the golden vectors. */
    public static Vectors numbers(String column) {
        return ofNumbers(doubles("real", column), doubles("synthetic", column));
    }

    /** Column c or d of the golden vectors. */
    public static Vectors levels(String column) {
        return ofLevels(strings("real", column), strings("synthetic", column));
    }

    /** Numbers of a golden vector. */
    public static double[] doubles(String table, String column) {
        return Arrays.stream(strings(table, column))
                .mapToDouble(Double::parseDouble)
                .toArray();
    }

    public ColumnProfile profile() {
        return profile.column(0);
    }

    public Counts trainingCounts() {
        return new CodedTable(training, profile).observe(new Levels(profile().field()), profile, null);
    }

    public Counts syntheticCounts() {
        return new CodedTable(synthetic, profile).observe(new Levels(profile().field()), profile, null);
    }

    /** Any statistic of the training column. */
    public <S extends State<S>> S training(Statistic<S> statistic) {
        return new CodedTable(training, profile).observe(statistic, profile, null);
    }

    /** Any statistic of the synthetic column. */
    public <S extends State<S>> S synthetic(Statistic<S> statistic) {
        return new CodedTable(synthetic, profile).observe(statistic, profile, null);
    }

    public SortedCounts trainingNumbers() {
        return new CodedTable(training, profile).observe(new Distinct(profile().field()), profile, null);
    }

    public SortedCounts syntheticNumbers() {
        return new CodedTable(synthetic, profile).observe(new Distinct(profile().field()), profile, null);
    }

    private static Table table(Field field, Column column, int rows) {
        return new Table(new Schema(List.of(field), true), List.of(column), rows);
    }

    private static int[] codes(String[] cells, List<String> labels) {
        int[] codes = new int[cells.length];
        for (int i = 0; i < cells.length; i++) {
            if (cells[i] != null && !labels.contains(cells[i])) {
                labels.add(cells[i]);
            }
            codes[i] = cells[i] == null ? CodeColumn.MISSING : labels.indexOf(cells[i]);
        }
        return codes;
    }

    private static String[] strings(String table, String column) {
        try {
            List<String> lines = Files.readAllLines(SharedData.file("goldens/vectors/" + table + ".csv"));
            int at = Arrays.asList(lines.get(0).split(",")).indexOf(column);
            return lines.stream().skip(1).map(line -> line.split(",")[at]).toArray(String[]::new);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
