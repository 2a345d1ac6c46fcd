package io.synthaudit.core.table;

import java.util.List;

/** Column names as messages show them: in quotes, at most 60 characters, without control characters. */
public final class Quoted {

    private static final int LONGEST = 60;
    private static final int MOST = 5;

    private Quoted() {}

    /** One name. */
    public static String name(String name) {
        int end = name.offsetByCodePoints(0, Math.min(LONGEST, name.codePointCount(0, name.length())));
        StringBuilder shown = new StringBuilder("\"");
        name.substring(0, end)
                .codePoints()
                .map(c -> Character.isISOControl(c) || Character.getType(c) == Character.FORMAT ? '?' : c)
                .forEach(shown::appendCodePoint);
        return shown.append(end < name.length() ? "..." : "").append('"').toString();
    }

    /** The first five names, and how many more there are. */
    public static String names(List<String> names) {
        StringBuilder shown = new StringBuilder();
        for (int i = 0; i < Math.min(MOST, names.size()); i++) {
            shown.append(i == 0 ? "" : ", ").append(name(names.get(i)));
        }
        return names.size() > MOST
                ? shown.append(" and ")
                        .append(names.size() - MOST)
                        .append(" more")
                        .toString()
                : shown.toString();
    }
}
