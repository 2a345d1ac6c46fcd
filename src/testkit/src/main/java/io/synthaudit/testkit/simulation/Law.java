package io.synthaudit.testkit.simulation;

import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Two laws that tables are drawn from, each given as a population all of whose rows are equally likely. Any metric computes its
 * own true value on the populations, whatever the columns depend on.
 *
 * @param name name of the law for reports
 * @param planted what differs between the two, in words; empty when nothing does
 * @param real population of training and holdout rows
 * @param made population of synthetic rows, of the same schema and dictionaries
 * @param clustered whether training and holdout rows come from persons with one to four rows, four in five equal
 * @param copied share of the synthetic rows that are training rows; where there are any, both populations are one
 */
public record Law(String name, String planted, Table real, Table made, boolean clustered, double copied) {

    private static final int MOST_ROWS = 4;
    private static final double EQUAL = 0.8;

    /**
     * Drawn tables and the populations, all with dictionaries that know the levels of the drawn training table only, as those
     * of tables that were read do.
     *
     * @param tables what an audit is given
     * @param real population of training and holdout rows
     * @param made population of synthetic rows
     */
    public record Drawn(Tables tables, Table real, Table made) {}

    /** Two laws without copies. */
    public Law(String name, String planted, Table real, Table made, boolean clustered) {
        this(name, planted, real, made, clustered, 0);
    }

    /** The same rows drawn by persons. */
    public Law inClusters() {
        return new Law("clustered " + name, planted, real, made, true, copied);
    }

    /** Fresh rows of the real law, of which this share copy training rows drawn at random. */
    public Law leaking(double share) {
        return new Law(name, share == 0 ? "" : "copies " + share, real, real, clustered, share);
    }

    /** Whether both laws are one. */
    public boolean isEqual() {
        return planted.isEmpty();
    }

    /**
     * Draws tables.
     *
     * @param training training rows, as many synthetic ones, half as many of the holdout
     * @param fixed source of the training table
     * @param random source of the others
     */
    public Drawn draw(int training, UniformRandomProvider fixed, UniformRandomProvider random) {
        Rows t = rows(training, 0, fixed);
        Rows s = independent(made.rows(), training, random);
        for (int i = 0; copied > 0 && i < training; i++) {
            int original = random.nextInt(training);
            s.numbers[i] = random.nextDouble() < copied ? t.numbers[original] : s.numbers[i];
        }
        Rows h = rows(training / 2, training, random);
        List<Table> tables =
                known(real.select(t.numbers), List.of(made.select(s.numbers), real.select(h.numbers), real, made));
        return new Drawn(
                new Tables(
                        tables.get(0),
                        tables.get(1),
                        Optional.of(tables.get(2)),
                        Optional.ofNullable(t.person),
                        Optional.ofNullable(h.person)),
                tables.get(3),
                tables.get(4));
    }

    private record Rows(int[] numbers, int[] person) {}

    private static Rows independent(int population, int rows, UniformRandomProvider random) {
        int[] numbers = new int[rows];
        for (int i = 0; i < rows; i++) {
            numbers[i] = random.nextInt(population);
        }
        return new Rows(numbers, null);
    }

    private Rows rows(int rows, int firstPerson, UniformRandomProvider random) {
        Rows drawn = independent(real.rows(), rows, random);
        if (!clustered) {
            return drawn;
        }
        int[] person = new int[rows];
        for (int from = 0, p = firstPerson; from < rows; p++) {
            int to = Math.min(rows, from + 1 + random.nextInt(MOST_ROWS));
            for (int i = from; i < to; i++) {
                person[i] = p;
                drawn.numbers[i] = random.nextDouble() < EQUAL ? drawn.numbers[from] : drawn.numbers[i];
            }
            from = to;
        }
        return new Rows(drawn.numbers, person);
    }

    /** All tables with codes below {@code known} for levels that the first one has. */
    private static List<Table> known(Table training, List<Table> others) {
        List<Table> tables = new ArrayList<>(List.of(training));
        tables.addAll(others);
        for (int c = 0; c < training.columns().size(); c++) {
            if (training.column(c) instanceof CodeColumn column) {
                int[] codes = new int[column.dictionary().size()];
                Dictionary dictionary = known(column, codes);
                for (int t = 0; t < tables.size(); t++) {
                    List<Column> columns = new ArrayList<>(tables.get(t).columns());
                    columns.set(c, recoded((CodeColumn) columns.get(c), dictionary, codes));
                    tables.set(
                            t,
                            new Table(training.schema(), columns, tables.get(t).rows()));
                }
            }
        }
        return tables;
    }

    private static Dictionary known(CodeColumn training, int[] codes) {
        boolean[] occurs = new boolean[codes.length];
        for (int code : training.codes()) {
            if (code >= 0) {
                occurs[code] = true;
            }
        }
        String[] labels = new String[codes.length];
        int known = 0;
        for (int k = 0; k < codes.length; k++) {
            known += occurs[k] ? 1 : 0;
        }
        for (int k = 0, in = 0, out = known; k < codes.length; k++) {
            codes[k] = occurs[k] ? in++ : out++;
            labels[codes[k]] = training.dictionary().label(k);
        }
        return new Dictionary(labels, known);
    }

    private static CodeColumn recoded(CodeColumn column, Dictionary dictionary, int[] codes) {
        int[] recoded = new int[column.rows()];
        for (int i = 0; i < recoded.length; i++) {
            int code = column.codes()[i];
            recoded[i] = code < 0 ? CodeColumn.MISSING : codes[code];
        }
        return new CodeColumn(column.field(), dictionary, recoded, 0);
    }
}
