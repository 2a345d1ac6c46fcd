package io.synthaudit.io.policy;

import io.synthaudit.core.gate.Gate;
import io.synthaudit.core.gate.Policy;
import io.synthaudit.core.gate.Policy.Reaction;
import io.synthaudit.io.FormatException;
import io.synthaudit.io.yaml.YamlFile;
import io.synthaudit.io.yaml.YamlMapping;
import io.synthaudit.io.yaml.YamlNode;
import io.synthaudit.io.yaml.YamlSequence;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Reads {@code synthaudit-policy/1}. Nothing is ignored: unknown and duplicate keys, anchors, tags, wrong types and limits
 * that nothing can meet are errors with file, line, path, choices and remedy.
 *
 * <p>Whether the measures exist is asked by {@link PolicyCheck}, which knows the catalogue.
 */
public final class PolicyYaml {

    /** The only format there is. */
    public static final String FORMAT = "synthaudit-policy/1";

    private PolicyYaml() {}

    /**
     * Reads a policy file.
     *
     * @throws FormatException if it cannot be read or is no valid policy
     */
    public static Policy read(Path file) {
        return policy(YamlFile.read(file));
    }

    /**
     * Reads a policy from a stream, which stays open.
     *
     * @param stream UTF-8
     * @param name what messages call the file
     * @throws FormatException if it cannot be read or is no valid policy
     */
    public static Policy read(InputStream stream, String name) {
        try {
            return parse(
                    name,
                    StandardCharsets.UTF_8
                            .newDecoder()
                            .decode(ByteBuffer.wrap(stream.readAllBytes()))
                            .toString());
        } catch (CharacterCodingException notUtf8) {
            throw new FormatException(name + ": expected UTF-8, found other bytes.\n  Save the file as UTF-8.");
        } catch (IOException unreadable) {
            throw new FormatException(name + ": the file cannot be read.");
        }
    }

    /**
     * Reads a policy from its text.
     *
     * @param name what messages call the file
     * @throws FormatException if it is no valid policy
     */
    public static Policy parse(String name, String text) {
        return policy(YamlFile.parse(name, text));
    }

    private static Policy policy(YamlMapping top) {
        top.allow("format", "id", "title", "confidence", "on-inconclusive", "on-error", "on-not-evaluated", "gates");
        top.required("format").scalar().choice(List.of(FORMAT));
        return new Policy(
                top.required("id").text(),
                top.optional("title").map(YamlNode::text).orElse(""),
                top.optional("confidence").map(PolicyYaml::confidence).orElse(0.95),
                reaction(top, "on-inconclusive"),
                reaction(top, "on-error"),
                reaction(top, "on-not-evaluated"),
                gates(top.required("gates").sequence()));
    }

    /** At one half or less a one-sided bound bounds nothing. */
    private static double confidence(YamlNode node) {
        double confidence = node.number();
        if (!(confidence > 0.5 && confidence < 1)) {
            throw node.error(
                    "expected a one-sided confidence above 0.5 and below 1, found another number.",
                    "The usual one is 0.95.");
        }
        return confidence;
    }

    private static Reaction reaction(YamlMapping top, String key) {
        return top.optional(key)
                .map(node -> Words.choice(node, Reaction.values()))
                .orElse(Reaction.BLOCK);
    }

    private static List<Gate> gates(YamlSequence sequence) {
        if (sequence.items().isEmpty()) {
            throw sequence.error("expected at least one gate, found an empty list.", "Without a gate nothing passes.");
        }
        List<Gate> gates = new ArrayList<>();
        Map<String, Integer> lines = new TreeMap<>();
        for (YamlNode item : sequence.items()) {
            YamlNode id = item.mapping().required("id");
            Integer first = lines.putIfAbsent(id.text(), id.place().line());
            if (first != null) {
                throw id.error("the gate's id is taken; the first is on line " + first + ".");
            }
            gates.add(GateYaml.gate(item.mapping()));
        }
        return gates;
    }
}
