package io.synthaudit.cli;

import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.gate.Policy;
import io.synthaudit.io.Digests;
import io.synthaudit.io.FormatException;
import io.synthaudit.io.policy.PolicyCheck;
import io.synthaudit.io.policy.PolicyYaml;
import io.synthaudit.io.policy.Profiles;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * A policy as it was found.
 *
 * @param policy the gates
 * @param digest SHA-256 of its file
 * @param name what messages call it
 */
record Policies(Policy policy, String digest, String name) {

    /** Whether the word names a profile that ships, which goes before a file of that name. */
    static boolean isProfile(String word) {
        return Profiles.names().contains(word);
    }

    /**
     * Reads a policy and holds it against the catalogue.
     *
     * @param word a profile or a file; null for the default profile
     * @param catalog all evaluations
     * @throws FormatException if there is none, or it is invalid
     */
    static Policies read(String word, List<Description> catalog) {
        String wanted = word == null ? Profiles.DEFAULT : word;
        Policies found = isProfile(wanted) || !Files.exists(Path.of(wanted)) ? profile(wanted) : file(Path.of(wanted));
        PolicyCheck.check(found.policy, found.name, catalog);
        return found;
    }

    private static Policies file(Path file) {
        return new Policies(PolicyYaml.read(file), Digests.sha256(file), String.valueOf(file.getFileName()));
    }

    private static Policies profile(String name) {
        try (InputStream stream = Profiles.open(name)) {
            return new Policies(Profiles.read(name), Sha256.hex(stream.readAllBytes()), Profiles.fileName(name));
        } catch (IOException unreadable) {
            throw new FormatException(Profiles.fileName(name) + ": the file cannot be read.");
        }
    }
}
