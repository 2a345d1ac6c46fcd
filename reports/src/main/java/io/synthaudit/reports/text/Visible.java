package io.synthaudit.reports.text;

import java.util.Locale;

/**
 * Makes text that hides something show it: controls, zero-width and direction-changing characters, line separators,
 * broken surrogates and characters that XML forbids are spelled out as {@code ⟨U+202E⟩}. What comes out has one line, no
 * hidden character, and is legal in XML 1.0.
 *
 * @see <a href="https://doi.org/10.48550/arXiv.2111.00169">Boucher and Anderson (2021), Trojan Source</a>
 */
public final class Visible {

    private Visible() {}

    /**
     * Spells out what cannot be seen.
     *
     * @param text any text; null counts as empty
     * @return the same text when nothing in it hides
     */
    public static String of(String text) {
        if (text == null) {
            return "";
        }
        StringBuilder out = null;
        for (int i = 0; i < text.length(); ) {
            int point = text.codePointAt(i);
            int length = Character.charCount(point);
            if (hides(point)) {
                if (out == null) {
                    out = new StringBuilder(text.length() + 16).append(text, 0, i);
                }
                out.append('\u27E8')
                        .append(String.format(Locale.ROOT, "U+%04X", point))
                        .append('\u27E9');
            } else if (out != null) {
                out.appendCodePoint(point);
            }
            i += length;
        }
        return out == null ? text : out.toString();
    }

    /**
     * The same for sentences that may have been wrapped over lines: line breaks and tabs become single blanks.
     *
     * @param text any text; null counts as empty
     * @return one line
     */
    public static String prose(String text) {
        return text == null ? "" : of(text.replaceAll("[ \\t\\r\\n]+", " ").strip());
    }

    private static boolean hides(int point) {
        switch (Character.getType(point)) {
            case Character.CONTROL:
            case Character.FORMAT:
            case Character.LINE_SEPARATOR:
            case Character.PARAGRAPH_SEPARATOR:
            case Character.SURROGATE:
                return true;
            default:
                return nonCharacter(point) || fillsNothing(point);
        }
    }

    private static boolean nonCharacter(int point) {
        return (point & 0xFFFE) == 0xFFFE || (point >= 0xFDD0 && point <= 0xFDEF);
    }

    /** Letters and marks that draw nothing: fillers, joiners, variation selectors, the empty Braille cell. */
    private static boolean fillsNothing(int point) {
        return point == 0x034F
                || point == 0x115F
                || point == 0x1160
                || point == 0x17B4
                || point == 0x17B5
                || (point >= 0x180B && point <= 0x180F)
                || point == 0x2800
                || point == 0x3164
                || (point >= 0xFE00 && point <= 0xFE0F)
                || point == 0xFFA0
                || (point >= 0xE0100 && point <= 0xE01EF);
    }
}
