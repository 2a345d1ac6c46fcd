package io.synthaudit.metrics.fidelity;

import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.profile.Bins;
import io.synthaudit.core.profile.Coarsening;
import io.synthaudit.core.profile.ColumnProfile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * The content columns of all tables and samples as training bins, one array a column, all rows one behind the other: so a
 * marginal of any order is counted by one loop over neighbouring cells. Two bytes a cell.
 *
 * @param columns positions of the columns in the schema
 * @param codes a code per row of all parts, by column
 * @param widths number of codes, by column
 * @param parts where each table and sample lies
 */
record MarginalCodes(int[] columns, char[][] codes, int[] widths, Parts parts) {

    /** Rows of each table from which variances are estimated; their own error is then 2 %. */
    private static final int MOST_TRACED = 2_000;

    private static final int SIMULATED_SAMPLES = 5;

    /**
     * Rows from one position to before another.
     *
     * @param from the first
     * @param to behind the last
     */
    record Part(int from, int to) {
        int rows() {
            return to - from;
        }
    }

    /**
     * Where the tables lie, and how they were drawn.
     *
     * @param training all training rows
     * @param synthetic all synthetic rows
     * @param syntheticDraws samples of equal size; the synthetic table itself where it is that small
     * @param holdoutDraws the same of the holdout; of training, with replacement, where there is no holdout
     * @param traced some rows of training, of the synthetic table and of a holdout sample
     * @param holdoutRows rows of the holdout; of one sample where it is simulated
     * @param samples how the samples were drawn
     */
    record Parts(
            Part training,
            Part synthetic,
            List<Part> syntheticDraws,
            List<Part> holdoutDraws,
            List<Part> traced,
            int holdoutRows,
            EqualSamples samples) {

        /** Rows gone through for one marginal. */
        long visits() {
            long drawn = 0;
            for (Part part : syntheticDraws) {
                drawn += part.equals(synthetic) ? 0 : part.rows();
            }
            for (Part part : holdoutDraws) {
                drawn += part.rows();
            }
            return training.rows() + synthetic.rows() + drawn;
        }
    }

    /** Codes of at most 256 bins a column, which all metrics of marginals share. */
    static MarginalCodes of(Run run) {
        EqualSamples samples = EqualSamples.of(run);
        return run.shared("fidelity/marginal-codes", MarginalCodes.class, () -> code(run, samples));
    }

    private static MarginalCodes code(Run run, EqualSamples samples) {
        int[] columns = run.tables().schema().content();
        Table training = run.tables().training();
        Table synthetic = run.tables().synthetic();
        Table holdout = run.control().orElse(null);
        Layout layout = new Layout();
        Part t = layout.all(0, training.rows());
        Part s = layout.all(1, synthetic.rows());
        List<Part> syntheticDraws = new ArrayList<>();
        for (int[] rows : samples.synthetic()) {
            syntheticDraws.add(rows.length == s.rows() ? s : layout.some(1, rows));
        }
        List<Part> holdoutDraws = new ArrayList<>();
        List<int[]> held = samples.isSimulated() ? again(run, t.rows(), samples.rows()) : samples.holdout();
        int from = samples.isSimulated() ? 0 : 2;
        for (int[] rows : held) {
            holdoutDraws.add(layout.some(from, rows));
        }
        List<Part> traced = new ArrayList<>();
        traced.add(layout.some(0, some(run, "training", t.rows())));
        traced.add(layout.some(1, some(run, "synthetic", s.rows())));
        int[] first = held.get(0);
        traced.add(layout.some(from, select(first, some(run, "holdout", first.length))));
        Table[] tables = {training, synthetic, holdout};
        char[][] codes = new char[columns.length][];
        int[] widths = new int[columns.length];
        run.parallel(columns.length, i -> {
            Bins bins = run.profile().column(columns[i]).pairBins();
            widths[i] = bins.codes();
            codes[i] = layout.place(tables, columns[i], bins);
        });
        int heldRows = samples.isSimulated() ? samples.rows() : holdout.rows();
        return new MarginalCodes(
                columns, codes, widths, new Parts(t, s, syntheticDraws, holdoutDraws, traced, heldRows, samples));
    }

    /** Bytes of codes, 2 a row and column, with codes joined by each thread. */
    static long heap(Tables tables, int threads) {
        long holdout = tables.holdout().map(Table::rows).orElse(0);
        long synthetic = tables.synthetic().rows();
        long samples = 2L * EqualSamples.SAMPLES * Math.min(synthetic, holdout) + 3L * MOST_TRACED;
        long rows = tables.training().rows() + synthetic + holdout + samples;
        return 2 * rows * (tables.schema().content().length + threads);
    }

    /** The same with at most so many bins a column: neighbouring numbers merged, rare levels pooled. */
    MarginalCodes coarse(Run run, int most) {
        char[][] coarse = new char[codes.length][];
        int[] fewer = new int[codes.length];
        run.parallel(codes.length, i -> {
            ColumnProfile column = run.profile().column(columns[i]);
            Coarsening coarsening = Coarsening.of(column.pairBins(), counts(i), most);
            fewer[i] = coarsening.codes();
            int[] coarseOf = coarsening.coarseOf();
            coarse[i] = new char[codes[i].length];
            for (int row = 0; row < coarse[i].length; row++) {
                coarse[i][row] = (char) coarseOf[codes[i][row]];
            }
        });
        return new MarginalCodes(columns, coarse, fewer, parts);
    }

    /** Training rows per bin, without missing cells. */
    private long[] counts(int column) {
        long[] counts = new long[widths[column]];
        for (int row = parts.training().from(); row < parts.training().to(); row++) {
            counts[codes[column][row]]++;
        }
        return java.util.Arrays.copyOf(counts, counts.length - 2);
    }

    /** Samples of training rows with replacement, in the place of a holdout. */
    private static List<int[]> again(Run run, int rows, int k) {
        List<int[]> samples = new ArrayList<>();
        for (int i = 0; i < SIMULATED_SAMPLES; i++) {
            UniformRandomProvider random = run.stream("fidelity/marginals/simulated/" + i);
            samples.add(random.ints(k, 0, rows).toArray());
        }
        return samples;
    }

    private static int[] some(Run run, String table, int rows) {
        return rows <= MOST_TRACED
                ? IntStream.range(0, rows).toArray()
                : RandomStreams.sample(rows, MOST_TRACED, run.stream("fidelity/marginals/traced/" + table));
    }

    private static int[] select(int[] rows, int[] chosen) {
        return java.util.Arrays.stream(chosen).map(i -> rows[i]).toArray();
    }

    /** Which rows of which table follow one another. */
    private static final class Layout {
        private final List<Integer> tables = new ArrayList<>();
        private final List<int[]> rows = new ArrayList<>();
        private int size;

        private Part all(int table, int count) {
            return add(table, null, count);
        }

        private Part some(int table, int[] chosen) {
            return add(table, chosen, chosen.length);
        }

        private Part add(int table, int[] chosen, int count) {
            tables.add(table);
            rows.add(chosen);
            size = Math.addExact(size, count);
            return new Part(size - count, size);
        }

        private char[] place(Table[] of, int column, Bins bins) {
            char[] placed = new char[size];
            char[][] whole = new char[of.length][];
            int at = 0;
            for (int i = 0; i < rows.size(); i++) {
                int table = tables.get(i);
                if (whole[table] == null) {
                    whole[table] = code(of[table].column(column), bins);
                }
                char[] from = whole[table];
                int[] chosen = rows.get(i);
                if (chosen == null) {
                    System.arraycopy(from, 0, placed, at, from.length);
                    at += from.length;
                } else {
                    for (int row : chosen) {
                        placed[at++] = from[row];
                    }
                }
            }
            return placed;
        }

        private static char[] code(Column column, Bins bins) {
            int[] bin = bins.codes(column);
            char[] codes = new char[bin.length];
            for (int row = 0; row < codes.length; row++) {
                codes[row] = (char) bin[row];
            }
            return codes;
        }
    }
}
