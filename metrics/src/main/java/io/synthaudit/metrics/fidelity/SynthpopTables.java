package io.synthaudit.metrics.fidelity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Run;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.evaluation.Target;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.random.Poisson;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * synthpop's utility measures of one-way and two-way tables.
 *
 * <p>Over cells with \(o_k\) training and \(s_k\) synthetic rows, \(N = n_o + n_s\), \(c = n_s/N\), \(e_k = c(o_k+s_k)\),
 * \(d_k = s_k - o_k c/(1-c)\), shares p and q, m their mean, f = cells - 1: \[ \mathit{VW} = \sum d_k^2/e_k,\quad
 * \mathit{pMSE} = \mathit{VW}\,c(1-c)^2/N,\quad \mathit{FT} = 4\sum(\sqrt{s_k} - \sqrt{o_k c/(1-c)})^2, \]
 * \[ G = 2\sum s_k\ln(q_k/p_k)\ \text{(cells filled by both)},\quad \mathit{JSD} = \tfrac12\sum p_k\log_2(p_k/m_k) +
 * \tfrac12\sum q_k\log_2(q_k/m_k), \] \[ \mathit{SPECKS} = \tfrac12\mathit{MabsDD} = \tfrac12\sum|p_k-q_k|,\quad
 * \mathit{WMabsDD} = \sum|d_k|/\sqrt{e_k}\,/\sqrt{2/\pi},\quad \mathit{dBhatt} = \sqrt{1-\sum\sqrt{p_kq_k}} . \]
 * S-forms are divided by f (S_G by the cells filled by both minus 1; S_JSD = 2 N JSD/(f ln 2)); S_VW equals S_pMSE.
 *
 * <ul>
 *   <li><b>How to read</b>: S-forms are near 1 when synthetic rows are drawn from training's own cells, near 1 + n_s/n_o for
 *       a fresh sample; synthpop's authors accept below 10, better 3.
 *   <li><b>Range</b>: \([0, \infty)\), SPECKS, JSD and dBhatt [0, 1], MabsDD [0, 2]; lower is better.
 *   <li><b>Applies to</b>: content columns and their pairs.
 *   <li><b>Missing cells</b>: a level of their own.
 *   <li><b>Interval</b>: null-corrected bootstrap of the table's counts; none for U and PO50, which depend on the sizes, nor for
 *       the excess of G, which jumps where a cell is emptied.
 *   <li><b>Cost</b>: one table of counts per pair, resampled 40 times.
 * </ul>
 *
 * <p>Numbers are cut by training and synthetic rows pooled, so the cells move with the synthetic table; most metrics here use
 * training bins. Beyond 1,000 pairs the 100 with the largest S_pMSE are given.
 *
 * @see <a href="https://doi.org/10.1111/rssa.12358">Snoke, Raab, Nowok, Dibben and Slavkovic (2018)</a>
 */
@AutoService(TableEvaluation.class)
public final class SynthpopTables implements TableEvaluation {

    private static final int ALL = 1_000;
    private static final int WORST = 100;
    private static final String VARIANT = "pooled-5-groups";
    private static final String OF_SIZES = "It depends on the sizes of both tables; specks is its form without them.";

    /** G leaves out cells that one table alone fills: simulated with persons of several rows, its excess covers .83. */
    private static final Set<String> JUMPING = Set.of("g", "s-g");

    private static final String JUMPS =
            "G leaves out cells that one table alone fills, so that it jumps from sample to sample.";

    /** In the order of {@link TableUtility}. */
    private static final List<Measure> DISTANCES = List.of(
            positive("s-pmse").called("standardised pMSE"),
            positive("pmse").called("propensity mean-squared error pMSE"),
            positive("vw").called("Voas-Williamson statistic VW"),
            positive("ft").called("Freeman-Tukey statistic FT"),
            positive("g").called("likelihood-ratio statistic G"),
            share("jsd").called("Jensen-Shannon divergence JSD"),
            share("specks").called("Kolmogorov-Smirnov statistic SPECKS"),
            new Measure("mabsdd", "1", "[0, 2]", Direction.LOWER, Measure.Against.OWN)
                    .called("sum of absolute differences MabsDD"),
            positive("wmabsdd").called("weighted absolute difference WMabsDD"),
            share("dbhatt").called("Bhattacharyya distance dBhatt"),
            positive("s-ft").called("standardised FT"),
            positive("s-g").called("standardised G"),
            positive("s-jsd").called("standardised JSD"),
            positive("s-wmabsdd").called("standardised WMabsDD"));

    private static final Measure PO50 =
            new Measure("po50", "%", "[-50, 50]", Direction.NONE, Measure.Against.OWN).called("PO50 statistic");
    private static final Measure U =
            new Measure("u", "1", "[0, n m]", Direction.NONE, Measure.Against.OWN).called("Wilcoxon statistic U");

    private static final Description DESCRIPTION = new Description(
            "fidelity.synthpop-tables",
            "1",
            "synthpop's table utility",
            "How far do the counts of the synthetic table lie from those of training, in synthpop's measures?",
            "Over cells with o training and s synthetic rows, N in all, c = share of synthetic rows, d = s - o c/(1-c),"
                    + " e = c (o + s): VW = sum d^2/e, pMSE = VW c (1-c)^2/N, FT = 4 sum (sqrt s - sqrt(o c/(1-c)))^2,"
                    + " G = 2 sum s ln(q/p) over cells filled by both, JSD = Jensen-Shannon divergence in bits,"
                    + " MabsDD = sum |d|/n_s, SPECKS = MabsDD/2, WMabsDD = sum |d|/sqrt e/sqrt(2/pi),"
                    + " dBhatt = sqrt(1 - sum sqrt(p q)), PO50 = rows on the likelier side in percent minus 50, U ="
                    + " Wilcoxon's statistic of the cells' scores; S-forms are divided by their degrees of freedom (S_VW ="
                    + " S_pMSE). Numbers: five quantile groups of both tables pooled; missing is a level.",
            "VW, FT, G and U grow with the rows; the groups of numbers depend on the synthetic table.",
            Scope.MODEL,
            List.of(),
            IntStream.rangeClosed(0, DISTANCES.size() + 1)
                    .mapToObj(i -> i < DISTANCES.size() ? DISTANCES.get(i) : i == DISTANCES.size() ? PO50 : U)
                    .toList(),
            List.of(
                    "Snoke, Raab, Nowok, Dibben and Slavkovic (2018), https://doi.org/10.1111/rssa.12358",
                    "Raab, Nowok and Dibben (2021), https://doi.org/10.48550/arXiv.2109.12717"));

    private static Measure positive(String id) {
        return new Measure(id, "1", "[0, inf)", Direction.LOWER, Measure.Against.OWN);
    }

    private static Measure share(String id) {
        return new Measure(id, "1", "[0, 1]", Direction.LOWER, Measure.Against.OWN);
    }

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public long heap(Tables tables, int threads) {
        long rows = tables.training().rows()
                + tables.synthetic().rows()
                + tables.holdout().map(Table::rows).orElse(0);
        return Integer.BYTES * rows * tables.schema().content().length;
    }

    @Override
    public List<Observation> evaluate(Run run) {
        int[] content = run.tables().schema().content();
        if (content.length == 0) {
            return Observation.none(
                    DESCRIPTION, Target.TABLE, new Reason("no-columns", "No column holds content to be counted."));
        }
        EqualSamples samples = EqualSamples.of(run);
        PooledGroups[] groups = new PooledGroups[content.length];
        run.parallel(groups.length, i -> groups[i] = PooledGroups.of(run, content[i]));
        List<int[]> tables = new ArrayList<>();
        for (int i = 0; i < content.length; i++) {
            tables.add(new int[] {i});
        }
        List<int[]> pairs = new ArrayList<>();
        for (int i = 0; i < content.length; i++) {
            for (int j = i + 1; j < content.length; j++) {
                pairs.add(new int[] {i, j});
            }
        }
        tables.addAll(pairs.size() <= ALL ? pairs : worst(run, groups, pairs));
        String note = pairs.size() <= ALL ? "" : "Of " + pairs.size() + " pairs the " + WORST + " worst are given.";
        List<List<Observation>> found = new ArrayList<>();
        tables.forEach(t -> found.add(null));
        run.parallel(tables.size(), i -> {
            int[] columns = tables.get(i);
            found.set(i, observe(run, samples, groups, content, columns, columns.length == 1 ? "" : note));
        });
        return found.stream().flatMap(List::stream).toList();
    }

    /** The pairs with the largest S_pMSE, in table order. */
    private static List<int[]> worst(Run run, PooledGroups[] groups, List<int[]> pairs) {
        double[] utility = new double[pairs.size()];
        run.parallel(utility.length, i -> {
            GroupCounts counts = new GroupCounts(groups, pairs.get(i));
            double[] into = new double[TableUtility.SIZE];
            TableUtility.of(counts.training(), counts.synthetic(), into);
            utility[i] = Double.isNaN(into[TableUtility.S_PMSE]) ? 0 : into[TableUtility.S_PMSE];
        });
        return IntStream.range(0, utility.length)
                .boxed()
                .sorted(Comparator.comparingDouble((Integer i) -> -utility[i]))
                .limit(WORST)
                .sorted()
                .map(pairs::get)
                .toList();
    }

    private static List<Observation> observe(
            Run run, EqualSamples samples, PooledGroups[] groups, int[] content, int[] columns, String budget) {
        List<String> names = Arrays.stream(columns)
                .mapToObj(c -> run.tables().schema().field(content[c]).name())
                .toList();
        Target target = names.size() == 1 ? Target.column(names.get(0)) : Target.pair(names.get(0), names.get(1));
        CellResampling.Cells cells = new GroupCounts(groups, columns).cells(samples);
        Poisson poisson = new Poisson(run.stream(DESCRIPTION.id() + target.suffix()));
        CellResampling.Result[] results =
                new CellResampling(samples, poisson, run.level()).of(TableUtility::of, DISTANCES, cells);
        long filled = TableUtility.cells(cells.training(), cells.synthetic());
        String note = join(
                budget,
                "Its table has " + filled + (filled == 1 ? " cell." : " cells."),
                samples.isSimulated() ? EqualSamples.SIMULATED : "");
        List<Observation> found = new ArrayList<>();
        for (int i = 0; i < results.length; i++) {
            found.add(observation(run, DISTANCES.get(i), target, results[i], samples.rows(), note));
        }
        found.add(sized(run, PO50, target, TableUtility.po50(cells.training(), cells.synthetic())));
        found.add(sized(run, U, target, TableUtility.u(cells.training(), cells.synthetic())));
        return found;
    }

    private static Observation observation(
            Run run, Measure measure, Target target, CellResampling.Result result, int rows, String note) {
        if (result.value() == null) {
            String why = "All rows fall into one cell, so nothing is left to vary.";
            return Observation.not(measure.id(), target, new Reason("no-value", why))
                    .variant(VARIANT);
        }
        Observation found = Observation.of(
                        measure.id(),
                        target,
                        result.value(),
                        run.tables().training().rows(),
                        run.tables().synthetic().rows())
                .variant(VARIANT)
                .note(note);
        return result.excess() == null
                ? found
                : found.yardstick(result.yardstick(), rows)
                        .excess(
                                JUMPING.contains(measure.id())
                                        ? Estimate.point(result.excess().value(), JUMPS)
                                        : result.excess());
    }

    private static Observation sized(Run run, Measure measure, Target target, double value) {
        return Observation.of(
                        measure.id(),
                        target,
                        Estimate.point(value, OF_SIZES),
                        run.tables().training().rows(),
                        run.tables().synthetic().rows())
                .variant(VARIANT);
    }

    private static String join(String... sentences) {
        return String.join(
                " ", Arrays.stream(sentences).filter(s -> !s.isEmpty()).toList());
    }
}
