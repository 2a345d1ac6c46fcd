package io.synthaudit.metrics.validity;

import com.google.auto.service.AutoService;
import io.synthaudit.core.evaluation.Applicability;
import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.Measure;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.evaluation.Reason;
import io.synthaudit.core.evaluation.Scope;
import io.synthaudit.core.interval.Proportions;
import io.synthaudit.core.statistic.DigitCounts;
import io.synthaudit.core.statistic.DigitStrings;
import io.synthaudit.core.statistic.Statistic;
import io.synthaudit.core.table.Field;
import java.util.List;

/**
 * Share of the strings of digits that begin with a zero, in the candidate minus that in the reference.
 *
 * <p>With \(z\) such cells among \(d\) that consist of digits, \[ \frac{z_c}{d_c} - \frac{z_r}{d_r} . \] A table that went
 * through numbers on its way has lost the zeros of postcodes, phone numbers and case numbers.
 *
 * <ul>
 *   <li><b>How to read</b>: below 0 zeros are lost, above 0 invented.
 *   <li><b>Range</b>: [-1, 1]; nearer zero is better.
 *   <li><b>Applies to</b>: texts, ids and keys that are not read as numbers and hold strings of digits. The single cell 0 has no
 *       leading zero.
 *   <li><b>Missing cells</b>: left out, as are cells with any other character.
 *   <li><b>Interval</b>: Newcombe's hybrid of two Wilson score intervals, on effective rows.
 *   <li><b>Cost</b>: digits are looked for once per distinct value, then one look-up a row.
 * </ul>
 *
 * <p>A column of codes with zeros that is inferred to be of integers has lost them before anything is measured: declare it.
 *
 * @see <a href="https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8%3C873::AID-SIM779%3E3.0.CO;2-I">Newcombe (1998), method 10</a>
 */
@AutoService(Metric.class)
public final class LeadingZeros implements ColumnMetric<DigitCounts> {

    private static final Measure DIFFERENCE = Measure.difference("difference", "[-1, 1]")
            .called("difference of the shares of digit strings that begin with 0");

    private static final Description DESCRIPTION = new Description(
            "validity.leading-zeros",
            "1",
            "Leading zeros",
            "Do numbers that are written with leading zeros keep them?",
            "Among present cells that consist of digits: share of those of two digits or more that begin with 0, in the"
                    + " synthetic table minus training.",
            "Codes that are read as integers have lost their zeros before anything is measured; declare the kind id or text.",
            Scope.MODEL,
            List.of(),
            List.of(DIFFERENCE),
            List.of(
                    "Newcombe (1998), method 10, doi:10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I"));

    @Override
    public Description description() {
        return DESCRIPTION;
    }

    @Override
    public Applicability appliesTo(Field field) {
        return Textual.of(field);
    }

    @Override
    public Statistic<DigitCounts> statistic(Field field) {
        return new DigitStrings(field);
    }

    @Override
    public List<Measured> compare(DigitCounts reference, DigitCounts candidate, Comparison context) {
        if (reference.digits() == 0 || candidate.digits() == 0) {
            return List.of();
        }
        return List.of(new Measured(
                DIFFERENCE,
                Proportions.differenceOfRates(
                        (double) candidate.leadingZeros() / candidate.digits(),
                        candidate.digits() / context.candidateDeff(),
                        (double) reference.leadingZeros() / reference.digits(),
                        reference.digits() / context.referenceDeff(),
                        context.level())));
    }

    @Override
    public Reason leftOut(Measure measure, DigitCounts reference, DigitCounts candidate) {
        return reference.digits() == 0
                ? new Reason("kind", "No training cell consists of digits only.")
                : new Reason("no-value", "No synthetic cell consists of digits only.");
    }
}
