package io.synthaudit.generators;

import com.google.auto.service.AutoService;
import io.synthaudit.core.generator.Generator;
import io.synthaudit.core.profile.Coarsening;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Table;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A tree of pairwise dependences over the profile's bins, one set of tables per class of the declared target.
 *
 * <p>Every content column becomes codes: its bins for tables of pairs, and one for a missing cell. The columns are tied
 * together by the spanning tree of the greatest total mutual information, the best approximation of the joint
 * distribution by pairs; it is learned at {@value #COARSE} bins a column, where cells hold many rows, as in the
 * comparison of pairs. A row is drawn from its class down the tree, each code by the counts of its parent's code in that
 * class ({@link Conditional}); each cell is then drawn within its bin, so no number is carried over from a row.
 *
 * <p>Keys, identifiers and texts are left out (missing). There is no promise of differential privacy.
 *
 * @see <a href="https://doi.org/10.1109/TIT.1968.1054142">Chow and Liu (1968), who too learn one tree per class</a>
 */
@AutoService(Generator.class)
public final class ChowLiu implements Generator {

    private static final int COARSE = 5;

    /** A target of more codes is a column like any other: its classes would hold too few rows each. */
    private static final int MOST_CLASSES = 21;

    private static final String STREAM = "generator/chow-liu/";

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
        grow(drafts, target(training, drafts), rows, streams);
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

    /** Position of the first target whose classes are few, or -1. */
    private static int target(Table training, Draft[] drafts) {
        return Arrays.stream(training.schema().with(Role.TARGET))
                .filter(c -> drafts[c] instanceof LevelDraft && drafts[c].codes() <= MOST_CLASSES)
                .findFirst()
                .orElse(-1);
    }

    private static void grow(Draft[] drafts, int target, int rows, RandomStreams streams) {
        int[] columns = IntStream.range(0, drafts.length)
                .filter(c -> drafts[c] != null && c != target)
                .toArray();
        int size = Arrays.stream(drafts)
                .filter(draft -> draft != null)
                .mapToInt(draft -> draft.training().length)
                .findFirst()
                .orElse(0);
        Codes none = new Codes(new int[size], 1, new int[rows]);
        Codes classes = target < 0 ? none : draw(drafts[target], none, none, streams.stream(STREAM + target));
        Draft[] nodes = Arrays.stream(columns).mapToObj(c -> drafts[c]).toArray(Draft[]::new);
        Tree tree = tree(nodes);
        Codes[] codes = new Codes[nodes.length];
        for (int node : tree.order()) {
            int parent = tree.parent()[node];
            codes[node] = draw(
                    nodes[node], parent < 0 ? none : codes[parent], classes, streams.stream(STREAM + columns[node]));
        }
    }

    /** Draws a column's codes given its parent and the classes, and fills its cells. */
    private static Codes draw(Draft draft, Codes parent, Codes classes, UniformRandomProvider random) {
        Conditional given = new Conditional(draft.training(), draft.codes(), parent, classes);
        int[] drawn = new int[parent.drawn().length];
        for (int row = 0; row < drawn.length; row++) {
            drawn[row] = given.draw(classes.drawn()[row], parent.drawn()[row], random);
            draft.fill(row, drawn[row], random);
        }
        return new Codes(draft.training(), draft.codes(), drawn);
    }

    static Tree tree(Draft[] drafts) {
        int[][] codes = new int[drafts.length][];
        int[] size = new int[drafts.length];
        for (int c = 0; c < drafts.length; c++) {
            Coarsening coarse = drafts[c].coarse(COARSE);
            codes[c] = Arrays.stream(drafts[c].training())
                    .map(code -> coarse.coarseOf()[code])
                    .toArray();
            size[c] = coarse.codes();
        }
        double[][] weight = new double[drafts.length][drafts.length];
        for (int i = 0; i < drafts.length; i++) {
            for (int j = i + 1; j < drafts.length; j++) {
                weight[i][j] = Dependence.of(codes[i], size[i], codes[j], size[j]);
                weight[j][i] = weight[i][j];
            }
        }
        return Tree.spanning(weight);
    }
}
