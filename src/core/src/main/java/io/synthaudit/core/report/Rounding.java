package io.synthaudit.core.report;

import io.synthaudit.core.interval.Estimate;
import io.synthaudit.core.interval.Interval;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.report.ReportFinding.ReportInterval;
import io.synthaudit.core.report.ReportFinding.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;

/**
 * How far numbers are rounded for an audience. Rounding keeps order, so a lower bound stays at or below its value.
 *
 * @param audience who may read the numbers
 */
record Rounding(Audience audience) {

    static final int DECIMALS = 4;
    static final int SHARE_DECIMALS = 3;
    static final int COUNT_BASE = 5;
    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);

    private boolean isPublic() {
        return audience == Audience.PUBLIC;
    }

    /** A metric's number: public at most 4 decimals and 6 significant digits; NaN when it is not finite. */
    double value(double v) {
        return isPublic() ? rounded(v, DECIMALS) : finite(v);
    }

    /** A share of rows in a chart: public 3 decimals. */
    double share(double v) {
        return isPublic() ? rounded(v, SHARE_DECIMALS) : finite(v);
    }

    /** A number of real rows: public to the nearest multiple of 5. */
    long rows(long n) {
        return isPublic() ? (n + COUNT_BASE / 2) / COUNT_BASE * COUNT_BASE : n;
    }

    /** A sum over real rows, such as expected right guesses: public to the nearest multiple of 5. */
    double sum(double n) {
        return isPublic() && Double.isFinite(n) ? Math.rint(n / COUNT_BASE) * COUNT_BASE + 0.0 : finite(n);
    }

    /** An interval; null stays null. */
    ReportInterval interval(Interval i) {
        return i == null ? null : new ReportInterval(value(i.lower()), value(i.upper()), i.level(), i.method());
    }

    /** A number beside the value; null stays null. */
    Side side(Estimate e, long rows) {
        return e == null ? null : new Side(value(e.value()), interval(e.interval()), rows(rows));
    }

    private static double rounded(double v, int decimals) {
        if (!Double.isFinite(v)) {
            return Double.NaN;
        }
        double unit = decimals == DECIMALS ? 1e4 : 1e3;
        double scaled = v * unit;
        double whole = Math.rint(scaled);
        // Far from a tie and of at most 6 digits: both the whole number and the power of ten are exact, so the quotient
        // is
        // the double nearest to the decimal, which is what the long way gives.
        if (Math.abs(whole) < 1e6 && Math.abs(Math.abs(scaled - whole) - 0.5) > 1e-6) {
            return whole / unit + 0.0;
        }
        // The exact value of the double: its printed form differs between Java releases.
        BigDecimal exact = new BigDecimal(v).setScale(decimals, RoundingMode.HALF_EVEN);
        return exact.round(SIX).doubleValue() + 0.0;
    }

    /** Adding 0 turns -0 into 0. */
    private static double finite(double v) {
        return Double.isFinite(v) ? v + 0.0 : Double.NaN;
    }
}
