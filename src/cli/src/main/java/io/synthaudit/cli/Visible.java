package io.synthaudit.cli;

import java.util.regex.Pattern;

/**
 * Text for a terminal or a log in which names from files may stand. What would move the cursor, turn the direction of
 * writing or end the line is shown as its code point, such as <code>&#92;u{1b}</code>, and no line is a command to the
 * continuous integration that reads it ({@code ::error}, {@code ##[group]}, {@code ##vso[...]}).
 */
final class Visible {

    private static final Pattern MARKED_COMMAND = Pattern.compile("##(?=[A-Za-z]*\\[)");

    private Visible() {}

    /** One line: whatever would end it is shown instead. */
    static String line(String text) {
        StringBuilder shown = new StringBuilder(text.length());
        text.codePoints().forEach(c -> {
            if (isHarmless(c)) {
                shown.appendCodePoint(c);
            } else {
                shown.append(code(c));
            }
        });
        int start = 0;
        while (start < shown.length() && isSpace(shown.charAt(start))) {
            start++;
        }
        if (shown.indexOf("::", start) == start) {
            shown.replace(start, start + 1, code(':'));
        }
        return MARKED_COMMAND.matcher(shown).replaceAll("#" + code('#').replace("\\", "\\\\"));
    }

    /** A message of several lines, the further ones indented by two spaces, as all of ours are. */
    static String lines(String message) {
        StringBuilder shown = new StringBuilder();
        String[] parts = message.split("\n(?=  )", -1);
        for (int i = 0; i < parts.length; i++) {
            shown.append(i == 0 ? "" : "\n").append(line(parts[i]));
        }
        return shown.toString();
    }

    private static boolean isHarmless(int c) {
        switch (Character.getType(c)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE:
                return false;
            default:
                return true;
        }
    }

    /** Readers of commands skip every kind of space, the unbreakable ones too. */
    private static boolean isSpace(char c) {
        return Character.isWhitespace(c) || Character.isSpaceChar(c);
    }

    private static String code(int c) {
        return "\\u{" + Integer.toHexString(c) + "}";
    }
}
