package io.synthaudit.io.yaml;

import java.util.List;
import java.util.regex.Pattern;

/**
 * One value. Plain (unquoted) values have the type that the core schema of YAML 1.2 gives them, quoted ones are text.
 *
 * @param place where it stands
 * @param written the value as written, without its quotes
 * @param plain whether it stands without quotes
 */
public record YamlScalar(Place place, String written, boolean plain) implements YamlNode {

    private static final Pattern NOTHING = Pattern.compile("|~|null|Null|NULL");
    private static final Pattern TRUTH = Pattern.compile("true|True|TRUE|false|False|FALSE");
    private static final Pattern INTEGER = Pattern.compile("[-+]?[0-9]+");
    private static final Pattern NUMBER = Pattern.compile("[-+]?(\\.[0-9]+|[0-9]+(\\.[0-9]*)?)([eE][-+]?[0-9]+)?");
    private static final Pattern OTHER_NUMBER =
            Pattern.compile("0o[0-7]+|0x[0-9a-fA-F]+|[-+]?\\.(inf|Inf|INF)|\\.(nan|NaN|NAN)");

    @Override
    public YamlScalar scalar() {
        return this;
    }

    @Override
    public String what() {
        if (is(NOTHING)) {
            return "nothing";
        }
        if (is(TRUTH)) {
            return "true or false";
        }
        return is(NUMBER) || is(OTHER_NUMBER) ? "a number" : "text";
    }

    /** Strict text: an unquoted number, {@code true} or {@code null} is an error. */
    @Override
    public String text() {
        String what = what();
        if (!what.equals("text")) {
            throw error("expected text, found " + what + ".", what.equals("nothing") ? "" : "Put it in quotes.");
        }
        return written;
    }

    /** The value exactly as written, whatever its type: for cells, where {@code 0} and {@code "0"} are one thing. */
    public String verbatim() {
        if (plain && written.isEmpty()) {
            throw error("expected a value, found nothing.", "The empty text is written \"\".");
        }
        return written;
    }

    /** A finite number. */
    @Override
    public double number() {
        double value = is(NUMBER) ? Double.parseDouble(written) : Double.NaN;
        if (!Double.isFinite(value)) {
            throw error("expected a finite number, found " + (what().equals("a number") ? "another" : what()) + ".");
        }
        return value;
    }

    /** A whole number that fits a long. */
    public long integer() {
        if (is(INTEGER)) {
            try {
                return Long.parseLong(written);
            } catch (NumberFormatException tooLarge) {
                throw error("expected a whole number, found one that is too large.");
            }
        }
        throw error("expected a whole number, found " + what() + ".");
    }

    /** {@code true} or {@code false}. */
    public boolean truth() {
        if (!is(TRUTH)) {
            throw error("expected true or false, found " + what() + ".");
        }
        return written.charAt(0) == 't' || written.charAt(0) == 'T';
    }

    /** A text out of a closed set; the error names the nearest and all of them. */
    public String choice(List<String> choices) {
        if (choices.contains(written)) {
            return written;
        }
        String found = what().equals("text") && written.length() <= 80 ? "\"" + written + "\"" : what();
        throw error(
                "found " + found + ", which is no choice here.",
                Nearest.question(written, choices),
                Nearest.choices(choices));
    }

    private boolean is(Pattern type) {
        return plain && type.matcher(written).matches();
    }
}
