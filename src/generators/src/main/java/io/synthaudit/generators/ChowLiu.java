package io.synthaudit.generators;

import com.google.auto.service.AutoService;
import io.synthaudit.core.generator.Generator;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A tree of pairwise dependences over the profile's bins.
 *
 * <p>Every content column becomes codes: its bins for tables of pairs, and one for a missing cell. The columns are tied
 * together by the spanning tree of the greatest total mutual information, the best approximation of the joint
 * distribution by pairs. A row is drawn from the root down; each cell is then drawn within its bin, so no number is
 * carried over from a row. A code's children follow the counts of that code, mixed with {@value #PRIOR} rows' worth of
 * the column's own distribution, so that a code of a single person does not fix that person's other cells.
 *
 * <p>Keys, identifiers and texts are left out (missing). There is no promise of differential privacy.
 *
 * @see <a href="https://doi.org/10.1109/TIT.1968.1054142">Chow and Liu (1968)</a>
 */
@AutoService(Generator.class)
public final class ChowLiu implements Generator {

    /** Rows' worth of the marginal distribution in every conditional one. */
    private static final int PRIOR = 2;

    @Override
    public String id() {
        return "chow-liu";
    }

    @Override
    public String describe() {
        return "A tree of pairwise dependences over binned columns, numbers drawn within the bin; good likeness, no"
                + " promise of differential privacy.";
    }

    @Override
    public Table generate(Table training, int rows, RandomStreams streams) {
        Profile profile = Profile.of(training);
        Draft[] drafts = new Draft[training.columns().size()];
        for (int c : training.schema().content()) {
            drafts[c] = draft(training.column(c), profile, c, rows);
        }
        grow(Arrays.stream(drafts).filter(d -> d != null).toArray(Draft[]::new), rows, streams);
        List<Column> columns = new ArrayList<>();
        for (int c = 0; c < drafts.length; c++) {
            columns.add(drafts[c] == null ? leftOut(training.column(c), rows) : drafts[c].column());
        }
        return new Table(training.schema(), columns, rows);
    }

    private static Draft draft(Column column, Profile profile, int c, int rows) {
        return column instanceof NumberColumn numbers
                ? new NumberDraft(numbers, profile.column(c), rows)
                : new LevelDraft((CodeColumn) column, profile.column(c), rows);
    }

    private static Column leftOut(Column column, int rows) {
        if (column instanceof NumberColumn) {
            double[] values = new double[rows];
            Arrays.fill(values, Double.NaN);
            return new NumberColumn(column.field(), values, 0);
        }
        int[] codes = new int[rows];
        Arrays.fill(codes, CodeColumn.MISSING);
        return new CodeColumn(column.field(), ((CodeColumn) column).dictionary(), codes, 0);
    }

    private static void grow(Draft[] drafts, int rows, RandomStreams streams) {
        Tree tree = tree(drafts);
        int[][] codes = new int[drafts.length][rows];
        for (int node : tree.order()) {
            int parent = tree.parent()[node];
            UniformRandomProvider random = streams.stream("generator/chow-liu/" + node);
            Distribution[] given = given(drafts[node], parent < 0 ? null : drafts[parent]);
            for (int row = 0; row < rows; row++) {
                int code = given[parent < 0 ? 0 : codes[parent][row]].draw(random);
                codes[node][row] = code;
                drafts[node].fill(row, code, random);
            }
        }
    }

    static Tree tree(Draft[] drafts) {
        double[][] weight = new double[drafts.length][drafts.length];
        for (int i = 0; i < drafts.length; i++) {
            for (int j = i + 1; j < drafts.length; j++) {
                weight[i][j] = Dependence.of(drafts[i], drafts[j]);
                weight[j][i] = weight[i][j];
            }
        }
        return Tree.spanning(weight);
    }

    /** The child's distribution for each code of the parent; one distribution for the root. */
    private static Distribution[] given(Draft child, Draft parent) {
        int[] x = child.training();
        double[] own = new double[child.codes()];
        for (int code : x) {
            own[code] += 1.0 / x.length;
        }
        if (parent == null) {
            return new Distribution[] {new Distribution(own)};
        }
        double[][] counts = new double[parent.codes()][child.codes()];
        for (double[] row : counts) {
            for (int code = 0; code < own.length; code++) {
                row[code] = PRIOR * own[code];
            }
        }
        for (int i = 0; i < x.length; i++) {
            counts[parent.training()[i]][x[i]]++;
        }
        return Arrays.stream(counts).map(Distribution::new).toArray(Distribution[]::new);
    }
}
