package io.synthaudit.core.report;

import io.synthaudit.core.report.AuditReport.Audience;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Cleans sentences that evaluations and the judge wrote. They hold no cell by contract; this is the second lock: no
 * withheld label, no number of more than six significant digits, and in public no exact row count of a real table.
 */
final class Texts {

    private static final Pattern NUMBER =
            Pattern.compile("(?<![\\d.])\\d(?:[\\d,]*\\d)?(?:\\.\\d+)?(?:[eE][-+]?\\d{1,3}(?!\\d))?");
    private static final MathContext SIX = new MathContext(6, RoundingMode.HALF_EVEN);
    private static final int SMALLEST_SIZE = 20;

    /** A number of rows; those of the synthetic table may be known. */
    private static final Pattern REAL_ROWS =
            Pattern.compile("(?<![\\d.,])\\d[\\d,]*(?= (?:training |holdout |test |drawn |real )?rows\\b)");

    private static final int LONGEST = 4_000;
    private static final int MOST_KNOWN = 10_000;

    private final Withheld withheld;
    private final Set<Long> realRows;
    private final Rounding rounding;
    private final Map<String, String> cleaned = new HashMap<>();
    private int changed;

    /** @param realRows row counts of real tables, which the public sees rounded */
    Texts(Withheld withheld, Set<Long> realRows, Rounding rounding) {
        this.withheld = withheld;
        this.realRows = Set.copyOf(realRows);
        this.rounding = rounding;
    }

    /** The text as it may stand in the report; null stays null. */
    String clean(String text) {
        if (text == null || text.isEmpty()) {
            return text;
        }
        // Most texts stand beside many numbers: why there is no interval, how a yardstick was made.
        String known = cleaned.get(text);
        if (known != null) {
            return known;
        }
        String cut = text.length() <= LONGEST ? text : text.substring(0, LONGEST);
        String safe = withheld.without(cut);
        String clean = numbers(safe);
        if (!safe.equals(cut)) {
            changed++;
        } else if (cleaned.size() < MOST_KNOWN) {
            cleaned.put(text, clean);
        }
        return clean;
    }

    /** How many texts held a withheld label. */
    int changed() {
        return changed;
    }

    /** What an evaluation says beside a number: clean, and counts of real rows rounded whatever table or part they count. */
    String cleanNote(String note) {
        String clean = clean(note);
        if (rounding.audience() != Audience.PUBLIC || clean == null) {
            return clean;
        }
        return REAL_ROWS.matcher(clean).replaceAll(m -> {
            String plain = m.group().replace(",", "");
            long n = plain.length() < 18 ? Long.parseLong(plain) : 0;
            long rounded = n < SMALLEST_SIZE ? n : rounding.rows(n);
            return rounded == n ? m.group() : m.group().equals(plain) ? Long.toString(rounded) : Words.count(rounded);
        });
    }

    private String numbers(String text) {
        return NUMBER.matcher(text)
                .replaceAll(m -> Matcher.quoteReplacement(number(m.group(), text.startsWith(" %", m.end()))));
    }

    private String number(String token, boolean percent) {
        String plain = token.replace(",", "");
        if (rounding.audience() == Audience.PUBLIC
                && plain.length() < 18
                && plain.chars().allMatch(Character::isDigit)) {
            long n = Long.parseLong(plain);
            if (!percent && n >= SMALLEST_SIZE && realRows.contains(n)) {
                long rounded = rounding.rows(n);
                return rounded == n ? token : token.equals(plain) ? Long.toString(rounded) : Words.count(rounded);
            }
        }
        return digits(plain) <= 6 ? token : new BigDecimal(plain).round(SIX).toString();
    }

    private static int digits(String number) {
        int digits = 0;
        for (int i = 0; i < number.length(); i++) {
            char c = number.charAt(i);
            if (c == 'e' || c == 'E') {
                break;
            }
            if (Character.isDigit(c) && (c != '0' || digits > 0)) {
                digits++;
            }
        }
        return digits;
    }
}
