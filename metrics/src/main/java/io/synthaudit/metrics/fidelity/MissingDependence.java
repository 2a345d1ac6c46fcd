package io.synthaudit.metrics.fidelity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Direction;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.PairMetric;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.interval.Association;
import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.RateProfile;
import io.synthaudit.core.statistic.Contingency;
import io.synthaudit.core.statistic.PairCounts;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.ArrayList;
import java.util.List;

/**
 * Whether it depends on one column's value that the other's cell is missing, as it does in the reference; for both orders of the
 * pair.
 *
 * <p>Over the rows in which y is present, in at most five training bins g of it, with \(r_g, s_g\) the rates at which x is
 * missing in reference and candidate: {@code first-given-second} is Bergsma's corrected Cramer's V of missing indicator and bin in
 * the candidate minus that in the reference, x being the first column and y the second. {@code first-profile} is \[ \sqrt{\sum_g
 * w_g (d_g - \bar d)^2 - B} ,\qquad d_g = s_g - r_g , \] w the shares of the bins in the reference, B what sampling alone
 * adds. The other two measures have the columns' parts changed.
 *
 * <ul>
 *   <li><b>How to read</b>: a V difference of -.4 means that cells which used to be missing for some people are now missing at
 *       random. The profile is a standard deviation of rates: .1 means that rates are off by ten points from bin to bin, also
 *       where the strength is kept and the direction is not.
 *   <li><b>Range</b>: V [-1, 1], nearer zero is better; profile [0, 1], lower is better.
 *   <li><b>Applies to</b>: pairs of content columns of which the one that is asked for misses a cell in training or synthetic
 *       table. V needs missing and present cells of it in both tables; the profile does not.
 *   <li><b>Missing cells</b>: what is measured; rows without y are left out, for {@code fidelity.co-missingness} looks at them.
 *   <li><b>Interval</b>: roots of chi-squares, see {@link Association} and {@link RateProfile}.
 *   <li><b>Cost</b>: none of its own; the pair's table of cells, merged to five bins a column.
 * </ul>
 *
 * <p>Cells that are missing because of their own value (not at random) cannot be seen: that value is not there. A uniform change
 * of the missing rate is no change of dependence, see {@code validity.missing-rate-difference}.
 *
 * @see <a href="https://doi.org/10.1093/biomet/63.3.581">Rubin (1976), missing at random</a>
 * @see <a href="https://doi.org/10.1016/j.jkss.2012.10.002">Bergsma (2013), bias correction of Cramer's V</a>
 */
@AutoService(Metric.class)
public final class MissingDependence implements PairMetric<PairCounts> {

    private static final int MOST_BINS = 5;

    private static final Measure FIRST = Measure.difference("first-given-second", "[-1, 1]")
            .called("difference of the strengths with which missing cells of the first column depend on the second");
    private static final Measure SECOND = Measure.difference("second-given-first", "[-1, 1]")
            .called("difference of the strengths with which missing cells of the second column depend on the first");
    private static final Measure FIRST_PROFILE = profile("first-profile")
            .called("distance of the missing rates of the first column over bins of the second");
    private static final Measure SECOND_PROFILE = profile("second-profile")
            .called("distance of the missing rates of the second column over bins of the first");

    private static final Description DESCRIPTION = new Description(
            "fidelity.missing-dependence",
            "1",
            "Dependence of missing cells",
            "Does it depend on the one column as it does in training whether the other's cell is missing?",
            "Over rows in which the other column is present, in at most five training bins of it: first-given-second = corrected"
                    + " Cramer's V of bin and missing indicator of the first column, synthetic minus training; first-profile ="
                    + " standard deviation over bins, weighted by training, of synthetic minus training missing rate, with the"
                    + " variance of sampling subtracted; second likewise.",
            "A cell that is missing because of its own value cannot be seen. V has no direction: read the profile beside it.",
            Scope.MODEL,
            List.of(),
            List.of(FIRST, SECOND, FIRST_PROFILE, SECOND_PROFILE),
            List.of("Rubin (1976), doi:10.1093/biomet/63.3.581", "Bergsma (2013), doi:10.1016/j.jkss.2012.10.002"));

    private static Measure profile(String id) {
        return new Measure(id, "1", "[0, 1]", Direction.LOWER, Measure.Against.DIFFERENCE);
    }

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
    public String variant(PairCounts reference) {
        return MOST_BINS + "-bins";
    }

    @Override
    public List<Measured> compare(PairCounts reference, PairCounts candidate, Comparison context) {
        MissingCells before = MissingCells.of(reference);
        MissingCells after = MissingCells.of(candidate);
        boolean first = before.first() + after.first() > 0;
        boolean second = before.second() + after.second() > 0;
        if (!first && !second) {
            return List.of();
        }
        PairCounts r = reference.coarsen(MOST_BINS);
        PairCounts c = candidate.coarsen(MOST_BINS);
        List<Measured> result = new ArrayList<>();
        MissingByBin[] rows = {first ? MissingByBin.ofFirst(r) : null, first ? MissingByBin.ofFirst(c) : null};
        MissingByBin[] columns = {second ? MissingByBin.ofSecond(r) : null, second ? MissingByBin.ofSecond(c) : null};
        addStrength(FIRST, rows, context, result);
        addStrength(SECOND, columns, context, result);
        addProfile(FIRST_PROFILE, rows, context, result);
        addProfile(SECOND_PROFILE, columns, context, result);
        return result;
    }

    private static void addStrength(Measure measure, MissingByBin[] tables, Comparison context, List<Measured> result) {
        if (tables[0] == null) {
            return;
        }
        Joint training = tables[0].joint();
        Joint synthetic = tables[1].joint();
        if (!training.varies() || !synthetic.varies()) {
            return;
        }
        MeanSquareContingency before = new MeanSquareContingency(training);
        MeanSquareContingency after = new MeanSquareContingency(synthetic);
        Association had = before.bounds(context.referenceDeff(), context.level())
                .root(CramersVDifference.correctedMost(training));
        Association has = after.bounds(context.candidateDeff(), context.level())
                .root(CramersVDifference.correctedMost(synthetic));
        double value = CramersVDifference.corrected(synthetic, after) - CramersVDifference.corrected(training, before);
        result.add(new Measured(measure, Estimate.of(value, has.minus(had, value))));
    }

    private static void addProfile(Measure measure, MissingByBin[] tables, Comparison context, List<Measured> result) {
        if (tables[0] == null) {
            return;
        }
        Estimate difference = RateProfile.difference(
                tables[0].groups(context.referenceDeff()), tables[1].groups(context.candidateDeff()), context.level());
        if (difference != null) {
            result.add(new Measured(measure, difference));
        }
    }

    @Override
    public Reason leftOut(Measure measure, PairCounts reference, PairCounts candidate) {
        MissingCells before = MissingCells.of(reference);
        MissingCells after = MissingCells.of(candidate);
        boolean isFirst = measure.equals(FIRST) || measure.equals(FIRST_PROFILE);
        long missing = isFirst ? before.first() + after.first() : before.second() + after.second();
        if (missing == 0) {
            return new Reason("kind", "The column that is asked for misses no cell.");
        }
        return new Reason(
                "no-value",
                "In one of the tables the column misses no cell, or all, or the other column has one bin; see the profile.");
    }
}
