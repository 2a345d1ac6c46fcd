package io.synthaudit.metrics.fidelity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.PairMetric;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.interval.Phi;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.Contingency;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether two columns miss their cells in the same rows as they do in the reference.
 *
 * <p>With \(m_x, m_y\) the missing indicators, {@code phi-difference} is \(\phi(m_x, m_y)\), their Pearson correlation, in the
 * candidate minus the reference; {@code both-difference} is the same of \(P(m_x = m_y = 1)\).
 *
 * <ul>
 *   <li><b>How to read</b>: two laboratory values that are missing together have a phi near 1; a generator that leaves out cells
 *       column by column has 0, so the difference is -1.
 *   <li><b>Range</b>: [-2, 2] and [-1, 1]; nearer zero is better.
 *   <li><b>Applies to</b>: pairs of content columns of which one misses a cell in training or synthetic table. Phi needs missing
 *       and present cells of both columns in both tables.
 *   <li><b>Missing cells</b>: what is measured; a synthetic cell that does not parse counts as missing.
 *   <li><b>Interval</b>: influence function with half a row added to each cell, see {@link Phi}; Newcombe for the shares.
 *   <li><b>Cost</b>: none of its own; the pair's table of cells.
 * </ul>
 *
 * <p>Phi cannot reach 1 where the two columns miss cells at different rates, so a change of rates moves it too.
 *
 * @see <a href="https://doi.org/10.1111/j.2397-2335.1912.tb00463.x">Yule (1912), the coefficient phi</a>
 */
@AutoService(Metric.class)
public final class CoMissingness implements PairMetric<PairCounts> {

    private static final Measure PHI = Measure.difference("phi-difference", "[-2, 2]")
            .called("difference of the phi coefficients of missing cells");
    private static final Measure BOTH = Measure.difference("both-difference", "[-1, 1]")
            .called("difference of the shares of rows in which both cells are missing");

    private static final Description DESCRIPTION = new Description(
            "fidelity.co-missingness",
            "1",
            "Co-missingness",
            "Are the cells of the two columns missing in the same rows, as they are in training?",
            "phi-difference = Pearson correlation of the two missing indicators in the synthetic table minus that in training;"
                    + " both-difference = share of rows in which both cells are missing, likewise.",
            "Phi cannot reach 1 where the two columns miss cells at different rates, so a change of rates moves it too.",
            Scope.MODEL,
            List.of(),
            List.of(PHI, BOTH),
            List.of(
                    "Yule (1912), doi:10.1111/j.2397-2335.1912.tb00463.x",
                    "Newcombe (1998), method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field first, Field second) {
        return Applicability.YES;
    }

    @Override
    public Statistic<PairCounts> statistic(Field first, Field second) {
        return new Contingency(first, second);
    }

    @Override
    public List<Measured> compare(PairCounts reference, PairCounts candidate, Comparison context) {
        MissingCells before = MissingCells.of(reference);
        MissingCells after = MissingCells.of(candidate);
        if (isComplete(before) && isComplete(after)) {
            return List.of();
        }
        List<Measured> result = new ArrayList<>();
        if (before.varies() && after.varies()) {
            result.add(new Measured(
                    PHI,
                    phi(after, context.candidateDeff()).minus(phi(before, context.referenceDeff()), context.level())));
        }
        result.add(new Measured(
                BOTH,
                Proportions.differenceOfRates(
                        (double) after.both() / after.rows(),
                        after.rows() / context.candidateDeff(),
                        (double) before.both() / before.rows(),
                        before.rows() / context.referenceDeff(),
                        context.level())));
        return result;
    }

    @Override
    public Reason leftOut(Measure measure, PairCounts reference, PairCounts candidate) {
        return isComplete(MissingCells.of(reference)) && isComplete(MissingCells.of(candidate))
                ? new Reason("kind", "Neither column misses a cell.")
                : new Reason(
                        "no-value",
                        "One of the columns misses no cell of a table, or all, so that phi is not defined there; see"
                                + " both-difference.");
    }

    private static boolean isComplete(MissingCells cells) {
        return cells.first() == 0 && cells.second() == 0;
    }

    private static Phi phi(MissingCells cells, double deff) {
        long neither = cells.rows() - cells.both() - cells.onlyFirst() - cells.onlySecond();
        return Phi.of(cells.both(), cells.onlyFirst(), cells.onlySecond(), neither, deff);
    }
}
