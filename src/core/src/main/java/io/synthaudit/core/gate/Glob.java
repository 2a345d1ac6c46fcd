package io.synthaudit.core.gate;

/**
 * A name in which {@code *} stands for any characters but {@code /}; every other character stands for itself.
 *
 * @param text the pattern as written
 */
public record Glob(String text) {

    /** Whether the pattern has a {@code *}. */
    public boolean isPattern() {
        return text.indexOf('*') >= 0;
    }

    /** Whether the whole name fits. */
    public boolean matches(String name) {
        int at = 0;
        int fits = 0;
        int star = -1;
        int until = 0;
        while (at < name.length()) {
            char wanted = fits < text.length() ? text.charAt(fits) : 0;
            if (wanted == '*') {
                star = fits++;
                until = at;
            } else if (fits < text.length() && wanted == name.charAt(at)) {
                fits++;
                at++;
            } else if (star >= 0 && name.charAt(until) != '/') {
                // The last * takes one character more; an earlier one need not.
                at = ++until;
                fits = star + 1;
            } else {
                return false;
            }
        }
        while (fits < text.length() && text.charAt(fits) == '*') {
            fits++;
        }
        return fits == text.length();
    }
}
