package io.synthaudit.core.table;

import java.util.HashMap;
import java.util.Map;

/**
 * The shape of each level of a dictionary, worked out once per level and not per row: its length, its mask of character
 * classes, and whether it is a string of digits.
 *
 * <p>A mask has A for each capital, a for each other letter, 9 for each digit, and all other characters as they are:
 * {@code B-1204 x} has the mask {@code A-9999 a}. Masks are derived from cells, and a rare one may disclose its cell, so
 * they are numbered and never leave this class. Masks of training levels have the numbers below {@link #knownMasks()}.
 */
public final class LabelShapes {

    /** Not only digits. */
    private static final byte OTHER = 0;

    private static final byte DIGITS = 1;
    private static final byte LEADING_ZERO = 2;

    private final int[] lengths;
    private final int[] masks;
    private final byte[] digits;
    private final int knownMasks;

    private LabelShapes(int[] lengths, int[] masks, byte[] digits, int knownMasks) {
        this.lengths = lengths;
        this.masks = masks;
        this.digits = digits;
        this.knownMasks = knownMasks;
    }

    static LabelShapes of(String[] labels, int known) {
        int[] lengths = new int[labels.length];
        int[] masks = new int[labels.length];
        byte[] digits = new byte[labels.length];
        Map<String, Integer> numbers = new HashMap<>();
        int knownMasks = 0;
        for (int code = 0; code < labels.length; code++) {
            String label = labels[code];
            lengths[code] = label.codePointCount(0, label.length());
            digits[code] = digits(label);
            Integer number = numbers.size();
            Integer before = numbers.putIfAbsent(mask(label), number);
            masks[code] = before == null ? number : before;
            knownMasks = code < known ? numbers.size() : knownMasks;
        }
        return new LabelShapes(lengths, masks, digits, knownMasks);
    }

    private static String mask(String label) {
        StringBuilder mask = new StringBuilder(label.length());
        for (int at = 0; at < label.length(); ) {
            int character = label.codePointAt(at);
            at += Character.charCount(character);
            if (Character.isUpperCase(character) || Character.isTitleCase(character)) {
                mask.append('A');
            } else if (Character.isLetter(character)) {
                mask.append('a');
            } else if (Character.isDigit(character)) {
                mask.append('9');
            } else {
                mask.appendCodePoint(character);
            }
        }
        return mask.toString();
    }

    private static byte digits(String label) {
        for (int at = 0; at < label.length(); at++) {
            if (label.charAt(at) < '0' || label.charAt(at) > '9') {
                return OTHER;
            }
        }
        return label.isEmpty() ? OTHER : label.length() > 1 && label.charAt(0) == '0' ? LEADING_ZERO : DIGITS;
    }

    /** Characters of a level, those beyond the basic plane counted once. */
    public int length(int code) {
        return lengths[code];
    }

    /** Number of a level's mask; equal masks have equal numbers. */
    public int mask(int code) {
        return masks[code];
    }

    /** Number of masks that training levels have. */
    public int knownMasks() {
        return knownMasks;
    }

    /** Whether a level consists of the digits 0 to 9. */
    public boolean isDigits(int code) {
        return digits[code] != OTHER;
    }

    /** Whether a level consists of two digits or more, the first of which is 0. */
    public boolean hasLeadingZero(int code) {
        return digits[code] == LEADING_ZERO;
    }
}
