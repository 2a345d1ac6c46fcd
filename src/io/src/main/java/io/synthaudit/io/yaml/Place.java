package io.synthaudit.io.yaml;

import io.synthaudit.io.FormatException;

/**
 * Where a node stands.
 *
 * @param file name of the file, never its folder
 * @param line line number, 1 = first
 * @param path path of the entry, such as {@code columns[3].kind}; empty for the top
 */
public record Place(String file, int line, String path) {

    /** The place of a key below this one, on its own line. */
    Place key(String key, int keyLine) {
        return new Place(file, keyLine, path.isEmpty() ? key : path + "." + key);
    }

    /** The place of an item of this list, 0 = first. */
    Place item(int index, int itemLine) {
        return new Place(file, itemLine, path + "[" + index + "]");
    }

    /**
     * An error at this place.
     *
     * @param problem what was expected and what was found, one sentence
     * @param advice choices and remedy, one line each
     */
    public FormatException error(String problem, String... advice) {
        StringBuilder message = new StringBuilder(file).append(", line ").append(line);
        if (!path.isEmpty()) {
            message.append(", ").append(path);
        }
        message.append(": ").append(problem);
        for (String each : advice) {
            if (!each.isEmpty()) {
                message.append("\n  ").append(each);
            }
        }
        return new FormatException(message.toString());
    }

    FormatException wrongType(String expected, YamlNode found) {
        return error("expected " + expected + ", found " + found.what() + ".");
    }
}
