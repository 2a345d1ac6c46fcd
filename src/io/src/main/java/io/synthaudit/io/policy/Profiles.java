package io.synthaudit.io.policy;

import io.synthaudit.core.gate.Policy;
import io.synthaudit.io.FormatException;
import io.synthaudit.io.yaml.Nearest;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;

/** The policies that ship. */
public final class Profiles {

    /** The profile of an audit that names none. */
    public static final String DEFAULT = "public-release";

    private static final List<String> NAMES = List.of("internal-sharing", "medical-research", DEFAULT);

    private Profiles() {}

    /** Names of the profiles, from the most lenient to the strictest. */
    public static List<String> names() {
        return NAMES;
    }

    /** What messages call the file of a profile. */
    public static String fileName(String name) {
        return name + ".yaml";
    }

    /**
     * Opens the file of a profile; the caller closes it.
     *
     * @param name one of {@link #names()}
     * @throws FormatException if there is no such profile
     */
    public static InputStream open(String name) {
        InputStream stream = NAMES.contains(name) ? Profiles.class.getResourceAsStream(fileName(name)) : null;
        if (stream == null) {
            String question = Nearest.question(name, NAMES);
            throw new FormatException("There is neither a file nor a profile \"" + name + "\"."
                    + (question.isEmpty() ? "" : "\n  " + question) + "\n  " + Nearest.choices(NAMES));
        }
        return stream;
    }

    /**
     * Reads a profile.
     *
     * @param name one of {@link #names()}
     * @throws FormatException if there is no such profile
     */
    public static Policy read(String name) {
        try (InputStream stream = open(name)) {
            return PolicyYaml.read(stream, fileName(name));
        } catch (IOException unreadable) {
            throw new FormatException(fileName(name) + ": the file cannot be read.");
        }
    }
}
