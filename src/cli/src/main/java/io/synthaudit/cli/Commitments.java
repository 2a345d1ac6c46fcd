package io.synthaudit.cli;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Keyed digests of the real tables, by which the holder of the key can later show which tables were audited. Without the
 * key nobody can test a guess at the rows, which a plain digest would allow.
 *
 * @param digests hexadecimal HMAC-SHA-256 by table; empty when no key is given
 */
record Commitments(Map<String, String> digests) {

    static final String FILE = "commitments.json";

    private static final int SHORTEST = 16;

    private static final int LONGEST = 1 << 20;

    static Commitments read(Request request) {
        Map<String, String> digests = new LinkedHashMap<>();
        if (request.commitmentKey() != null) {
            byte[] key = key(request.commitmentKey());
            digests.put("TRAINING", Sha256.keyed(key, request.training()));
            if (request.holdout() != null) {
                digests.put("HOLDOUT", Sha256.keyed(key, request.holdout()));
            }
        }
        return new Commitments(digests);
    }

    private static byte[] key(Path file) {
        try {
            if (Files.size(file) < SHORTEST || Files.size(file) > LONGEST) {
                throw new UsageException("--commitment-key: expected a file of " + SHORTEST
                        + " bytes to 1 MiB, found another size.\n  A short key can be guessed."
                        + " Make one: head -c 32 /dev/urandom > commitment.key");
            }
            return Files.readAllBytes(file);
        } catch (IOException unreadable) {
            throw new UsageException("--commitment-key: " + file + " cannot be read.");
        }
    }

    void addTo(ReportFiles files) {
        if (!digests.isEmpty()) {
            Map<String, Object> tree = new LinkedHashMap<>();
            tree.put("format", "synthaudit-commitments/1");
            tree.put("method", "HMAC-SHA-256 of the file's bytes");
            tree.put("tables", digests);
            files.add(FILE, Json.bytes(tree));
        }
    }
}
