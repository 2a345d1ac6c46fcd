package io.synthaudit.cli;

import io.synthaudit.core.table.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Digests by SHA-256. */
final class Sha256 {

    private Sha256() {}

    /** 64 hexadecimal digits in lower case. */
    static String hex(byte[] bytes) {
        return HexFormat.of().formatHex(digest(bytes));
    }

    /** The digest of texts, each ended by a zero byte. */
    static byte[] of(String... texts) {
        return digest((String.join("\0", texts) + "\0").getBytes(StandardCharsets.UTF_8));
    }

    private static byte[] digest(byte[] bytes) {
        try {
            return MessageDigest.getInstance("SHA-256").digest(bytes);
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java platform has SHA-256", impossible);
        }
    }

    /**
     * HMAC-SHA-256 of a file, 64 hexadecimal digits in lower case.
     *
     * @throws InputException if the file cannot be read
     */
    static String keyed(byte[] key, Path file) {
        try (InputStream bytes = Files.newInputStream(file)) {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            byte[] buffer = new byte[1 << 16];
            for (int read = bytes.read(buffer); read >= 0; read = bytes.read(buffer)) {
                mac.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(mac.doFinal());
        } catch (IOException unreadable) {
            throw new InputException(file.getFileName() + ": the file cannot be read.");
        } catch (GeneralSecurityException impossible) {
            throw new IllegalStateException("every Java platform has HmacSHA256", impossible);
        }
    }
}
