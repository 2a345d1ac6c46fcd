package io.synthaudit.core.report;

import io.synthaudit.core.gate.Limit;
import io.synthaudit.core.report.ReportFinding.ReportInterval;
import io.synthaudit.core.report.ReportFinding.Side;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.List;
import java.util.stream.Collectors;

/** Numbers, limits and names as they stand in sentences. */
final class Words {

    private static final MathContext THREE = new MathContext(3, RoundingMode.HALF_EVEN);

    private Words() {}

    /** At most three significant digits, without an exponent between 0.0001 and 999,999,999. */
    static String number(double v) {
        if (v == 0) {
            return "0";
        }
        double size = Math.abs(v);
        if (size >= 1000 && size < 1e9 && v == Math.rint(v)) {
            return count((long) v);
        }
        if (size >= 1e-4 && size < 1e3) {
            String text = three(size);
            if (text != null) {
                return v < 0 ? "-" + text : text;
            }
        }
        BigDecimal rounded = new BigDecimal(v).round(THREE).stripTrailingZeros();
        return size >= 1e-4 && size < 1e9 ? rounded.toPlainString() : rounded.toString();
    }

    /** Three digits without the long way, which a report of thousands of sentences feels; null next to a tie. */
    private static String three(double size) {
        int decimals = 2;
        double scaled = size * 100;
        while (scaled < 100) {
            scaled *= 10;
            decimals++;
        }
        while (scaled >= 1000) {
            scaled /= 10;
            decimals--;
        }
        long digits = (long) Math.rint(scaled);
        if (Math.abs(Math.abs(scaled - digits) - 0.5) < 1e-6 || digits < 100 || digits > 999) {
            return null;
        }
        while (decimals > 0 && digits % 10 == 0) {
            digits /= 10;
            decimals--;
        }
        StringBuilder text = new StringBuilder(Long.toString(digits));
        if (decimals > 0) {
            while (text.length() <= decimals) {
                text.insert(0, '0');
            }
            text.insert(text.length() - decimals, '.');
        }
        return text.toString();
    }

    /** A whole number with a comma between thousands. */
    static String count(long n) {
        StringBuilder text = new StringBuilder(Long.toString(n));
        for (int at = text.length() - 3; at > (n < 0 ? 1 : 0); at -= 3) {
            text.insert(at, ',');
        }
        return text.toString();
    }

    /** {@code [lower, upper]} behind a blank, or nothing. */
    static String interval(ReportInterval i) {
        return i == null ? "" : " [" + number(i.lower()) + ", " + number(i.upper()) + "]";
    }

    static String side(Side s) {
        return number(s.value()) + interval(s.interval());
    }

    /** {@code at most 0.1}, {@code at least 0.95} or {@code within -0.1 and 0.1}. */
    static String limit(Limit limit) {
        if (limit.hasMin() && limit.hasMax()) {
            return "between " + number(limit.min()) + " and " + number(limit.max());
        }
        return limit.hasMin() ? "at least " + number(limit.min()) : "at most " + number(limit.max());
    }

    /** {@code "a", "b" and "c"}; more than five columns by their number. */
    static String columns(List<String> names) {
        if (names.size() > 5) {
            return count(names.size()) + " columns";
        }
        List<String> quoted = names.stream().map(n -> "\"" + n + "\"").collect(Collectors.toList());
        if (quoted.size() < 2) {
            return String.join("", quoted);
        }
        String last = quoted.remove(quoted.size() - 1);
        return String.join(", ", quoted) + " and " + last;
    }

    /** The text with a full stop at its end, if it has no mark of its own. */
    static String sentence(String text) {
        String trimmed = text.strip();
        if (trimmed.isEmpty() || ".!?".indexOf(trimmed.charAt(trimmed.length() - 1)) >= 0) {
            return trimmed;
        }
        return trimmed + ".";
    }
}
