package io.synthaudit.core.gate;

import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

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
        String expression =
                Arrays.stream(text.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining("[^/]*"));
        return Pattern.matches(expression, name);
    }
}
