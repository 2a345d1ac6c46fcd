package io.synthaudit.io.yaml;

import io.synthaudit.core.table.Numbers;
import io.synthaudit.core.table.Quoted;
import java.util.Collection;
import java.util.Optional;

/** Finds what was probably meant, for messages. */
public final class Nearest {

    private Nearest() {}

    /**
     * The choice with the fewest edits (insert, delete, replace, swap neighbours), the first of equals; empty if even
     * that one is more than a third of the word away.
     */
    public static Optional<String> to(String word, Collection<String> choices) {
        String best = null;
        int fewest = Math.max(2, Math.min(word.length(), 200) / 3) + 1;
        for (String choice : choices) {
            if (Math.abs(choice.length() - word.length()) < fewest) {
                int edits = edits(word, choice);
                if (edits < fewest) {
                    fewest = edits;
                    best = choice;
                }
            }
        }
        return Optional.ofNullable(best);
    }

    /** The line {@code Did you mean "kind"?}, or the empty string. */
    public static String question(String word, Collection<String> choices) {
        return to(word, choices)
                .map(nearest -> "Did you mean \"" + nearest + "\"?")
                .orElse("");
    }

    /** The line {@code Choices: a, b, c.} */
    public static String choices(Collection<String> choices) {
        return "Choices: " + String.join(", ", choices) + ".";
    }

    /**
     * The line that asks for a column instead of one that does not exist. A table without header has its first row there, so
     * no name is shown but one that the user has all but written.
     */
    public static String column(String name, Collection<String> columns) {
        return to(name, columns)
                .filter(nearest -> isClose(name, nearest))
                .map(nearest -> "Did you mean " + Quoted.name(nearest) + "?")
                .orElse("The first line of the table must name the columns.");
    }

    /** Whether the two differ in one place of at most two characters that is a third of the longer one or less. */
    private static boolean isClose(String a, String b) {
        int shorter = Math.min(a.length(), b.length());
        int longer = Math.max(a.length(), b.length());
        int start = 0;
        while (start < shorter && same(a.charAt(start), b.charAt(start))) {
            start++;
        }
        int end = 0;
        while (end < shorter - start && same(a.charAt(a.length() - 1 - end), b.charAt(b.length() - 1 - end))) {
            end++;
        }
        int apart = longer - start - end;
        return apart <= 2 && 3 * apart <= longer && Double.isNaN(Numbers.parse(b));
    }

    private static boolean same(char a, char b) {
        return Character.toLowerCase(a) == Character.toLowerCase(b);
    }

    private static int edits(String a, String b) {
        int[][] cost = new int[a.length() + 1][b.length() + 1];
        for (int i = 0; i <= a.length(); i++) {
            for (int j = 0; j <= b.length(); j++) {
                if (i == 0 || j == 0) {
                    cost[i][j] = i + j;
                    continue;
                }
                int replace = cost[i - 1][j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
                cost[i][j] = Math.min(replace, 1 + Math.min(cost[i - 1][j], cost[i][j - 1]));
                boolean swapped =
                        i > 1 && j > 1 && a.charAt(i - 1) == b.charAt(j - 2) && a.charAt(i - 2) == b.charAt(j - 1);
                if (swapped) {
                    cost[i][j] = Math.min(cost[i][j], cost[i - 2][j - 2] + 1);
                }
            }
        }
        return cost[a.length()][b.length()];
    }
}
