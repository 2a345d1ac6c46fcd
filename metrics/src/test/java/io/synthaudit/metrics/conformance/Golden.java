package io.synthaudit.metrics.conformance;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.synthaudit.testkit.SharedData;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/** What other tools said of the real tables beside the project: {@code goldens/<dataset>/<tool>_<variant>.json}. */
final class Golden {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Golden() {}

    /** The synthetic tables of a data set of which a tool spoke, sorted. */
    static List<String> variants(String dataset, String tool) {
        try (Stream<Path> files = Files.list(SharedData.file("goldens/" + dataset))) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.startsWith(tool + "_") && name.endsWith(".json"))
                    .map(name -> name.substring(tool.length() + 1, name.length() - ".json".length()))
                    .sorted()
                    .toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** What the tool said of that synthetic table; empty if it was not asked. */
    static Optional<JsonNode> read(String dataset, String tool, String variant) {
        Path file = SharedData.file("goldens/" + dataset + "/" + tool + "_" + variant + ".json");
        if (!Files.isRegularFile(file)) {
            return Optional.empty();
        }
        try {
            return Optional.of(JSON.readTree(file.toFile()));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** All numbers below a node by their path, such as {@code moments.real.mean} or {@code entropy_bits[0]}; null is NaN. */
    static Map<String, Double> numbers(JsonNode node) {
        Map<String, Double> numbers = new LinkedHashMap<>();
        collect("", node, numbers);
        return numbers;
    }

    /** The fields of an object, in the order of the file. */
    static Map<String, JsonNode> fields(JsonNode node) {
        Map<String, JsonNode> fields = new LinkedHashMap<>();
        node.properties().forEach(field -> fields.put(field.getKey(), field.getValue()));
        return fields;
    }

    private static void collect(String path, JsonNode node, Map<String, Double> into) {
        if (node.isNumber() || node.isNull()) {
            into.put(path, node.isNull() ? Double.NaN : node.asDouble());
        } else if (node.isArray()) {
            for (int i = 0; i < node.size(); i++) {
                collect(path + "[" + i + "]", node.get(i), into);
            }
        } else {
            fields(node).forEach((name, child) -> collect(path.isEmpty() ? name : path + "." + name, child, into));
        }
    }
}
