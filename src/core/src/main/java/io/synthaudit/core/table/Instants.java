package io.synthaudit.core.table;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.time.ZonedDateTime;
import java.time.chrono.IsoChronology;
import java.time.format.DateTimeFormatter;
import java.time.format.DateTimeFormatterBuilder;
import java.time.format.ResolverStyle;
import java.time.temporal.ChronoField;
import java.time.temporal.TemporalAccessor;
import java.util.Locale;

/**
 * Dates and date-times in cells, as seconds since 1970-01-01T00:00Z.
 *
 * <p>Without a pattern: ISO-8601 calendar dates ({@code 2020-07-23}) and date-times with optional seconds, fraction and
 * offset ({@code 2020-07-23T10:15:30.5+02:00}, {@code ...Z}); a blank may stand for the {@code T} (RFC 3339, section
 * 5.6). Dates that do not exist are no dates. Without an offset the time is UTC; a date is its first second, and in a
 * pattern without day or month the first one.
 *
 * @see <a href="https://www.rfc-editor.org/rfc/rfc3339#section-5.6">RFC 3339</a>
 */
public final class Instants {

    /** ISO-8601. */
    public static final Instants ISO = new Instants(iso(), "");

    private static final long DAY = 86_400;

    private final DateTimeFormatter format;
    private final String pattern;

    private Instants(DateTimeFormatter format, String pattern) {
        this.format = format;
        this.pattern = pattern;
    }

    /**
     * Dates of a declared pattern.
     *
     * @param pattern letters of {@link DateTimeFormatter}, or the empty text for ISO-8601
     * @throws IllegalArgumentException if the pattern is no pattern or holds no year
     */
    public static Instants of(String pattern) {
        if (pattern.isEmpty()) {
            return ISO;
        }
        DateTimeFormatter format = new DateTimeFormatterBuilder()
                .appendPattern(pattern)
                // A year of era (yyyy) is a year only with its era, which nobody writes.
                .parseDefaulting(ChronoField.ERA, 1)
                .toFormatter(Locale.ROOT)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
        Instants instants = new Instants(format, pattern);
        if (Double.isNaN(instants.seconds(instants.text(0)))) {
            throw new IllegalArgumentException("the pattern cannot be read back: it needs at least a year");
        }
        return instants;
    }

    /** The instant that the cell reads, or NaN. */
    public double seconds(String cell) {
        if (pattern.isEmpty() && !mayBeIso(cell)) {
            return Double.NaN;
        }
        try {
            return seconds(format.parse(
                    pattern.isEmpty() && cell.length() > 10 && cell.charAt(10) == ' ' ? cell.replace(' ', 'T') : cell));
        } catch (DateTimeException | ArithmeticException notADate) {
            return Double.NaN;
        }
    }

    /** The instant as a cell: in the declared pattern, else an ISO date if it is a day's first second, else date-time. */
    public String text(double seconds) {
        long whole = (long) Math.floor(seconds);
        long nanos = Math.round((seconds - whole) * 1e9);
        ZonedDateTime time = Instant.ofEpochSecond(whole, nanos).atZone(ZoneOffset.UTC);
        if (!pattern.isEmpty()) {
            return format.format(time);
        }
        return nanos == 0 && whole % DAY == 0
                ? time.toLocalDate().toString()
                : DateTimeFormatter.ISO_LOCAL_DATE_TIME.format(time);
    }

    private static double seconds(TemporalAccessor parsed) {
        if (parsed.isSupported(ChronoField.INSTANT_SECONDS)) {
            return parsed.getLong(ChronoField.INSTANT_SECONDS) + parsed.get(ChronoField.NANO_OF_SECOND) / 1e9;
        }
        if (parsed.isSupported(ChronoField.EPOCH_DAY)) {
            double time =
                    parsed.isSupported(ChronoField.NANO_OF_DAY) ? parsed.getLong(ChronoField.NANO_OF_DAY) / 1e9 : 0;
            return parsed.getLong(ChronoField.EPOCH_DAY) * (double) DAY + time;
        }
        int month = parsed.isSupported(ChronoField.MONTH_OF_YEAR) ? parsed.get(ChronoField.MONTH_OF_YEAR) : 1;
        return LocalDate.of(parsed.get(ChronoField.YEAR), month, 1).toEpochDay() * (double) DAY;
    }

    /** Spares the exception for most cells that are no dates. */
    private static boolean mayBeIso(String cell) {
        int length = cell.length();
        return length >= 10 && length <= 45 && cell.indexOf('-', 1) >= 4;
    }

    private static DateTimeFormatter iso() {
        return new DateTimeFormatterBuilder()
                .append(DateTimeFormatter.ISO_LOCAL_DATE)
                .optionalStart()
                .appendLiteral('T')
                .append(DateTimeFormatter.ISO_LOCAL_TIME)
                .optionalStart()
                .appendOffset("+HH:mm", "Z")
                .optionalEnd()
                .optionalEnd()
                .toFormatter(Locale.ROOT)
                .withChronology(IsoChronology.INSTANCE)
                .withResolverStyle(ResolverStyle.STRICT);
    }
}
