package io.synthaudit.io.yaml;

import io.synthaudit.io.FormatException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.snakeyaml.engine.v2.api.LoadSettings;
import org.snakeyaml.engine.v2.api.lowlevel.Parse;
import org.snakeyaml.engine.v2.exceptions.MarkedYamlEngineException;
import org.snakeyaml.engine.v2.exceptions.YamlEngineException;

/** Reads a YAML file whose top is a mapping. */
public final class YamlFile {

    private static final int LIMIT = 4 << 20;

    private YamlFile() {}

    /**
     * Reads a file.
     *
     * @throws FormatException if it cannot be read, is not UTF-8, is larger than 4 MiB, is not YAML, or is more than
     *     plain data
     */
    public static YamlMapping read(Path file) {
        String name = String.valueOf(file.getFileName());
        Place top = new Place(name, 1, "");
        try (InputStream stream = Files.newInputStream(file)) {
            // The size that a pipe or a device tells is none.
            byte[] bytes = stream.readNBytes(LIMIT + 1);
            if (bytes.length > LIMIT) {
                throw top.error("expected at most 4 MiB, found more.");
            }
            return parse(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(bytes))
                            .toString());
        } catch (CharacterCodingException notUtf8) {
            throw top.error("expected UTF-8, found other bytes.", "Save the file as UTF-8.");
        } catch (IOException unreadable) {
            throw new FormatException(name + ": the file cannot be read.");
        }
    }

    /**
     * Reads a text.
     *
     * @param name what messages call it
     * @throws FormatException as {@link #read}
     */
    public static YamlMapping parse(String name, String text) {
        LoadSettings settings = LoadSettings.builder()
                .setLabel(name)
                .setCodePointLimit(LIMIT)
                .setParseComments(false)
                .build();
        Place top = new Place(name, 1, "");
        try {
            return new TreeBuilder(name, new Parse(settings).parseString(text).iterator())
                    .document()
                    .mapping();
        } catch (MarkedYamlEngineException notYaml) {
            int line = notYaml.getProblemMark().map(mark -> mark.getLine() + 1).orElse(1);
            throw new Place(name, line, "").error("this is not YAML: " + notYaml.getProblem() + ".");
        } catch (YamlEngineException notYaml) {
            throw top.error("this is not YAML.");
        }
    }
}
