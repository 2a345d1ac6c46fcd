package io.synthaudit.io.yaml;

import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * A mapping in file order. Readers call {@link #allow} first, so that no key is ever ignored.
 *
 * @param place where its first key stands
 * @param entries values by key, in file order
 * @param keyPlaces where each key stands
 */
public record YamlMapping(Place place, Map<String, YamlNode> entries, Map<String, Place> keyPlaces)
        implements YamlNode {

    public YamlMapping {
        entries = Collections.unmodifiableMap(new LinkedHashMap<>(entries));
        keyPlaces = Collections.unmodifiableMap(new LinkedHashMap<>(keyPlaces));
    }

    @Override
    public YamlMapping mapping() {
        return this;
    }

    @Override
    public String what() {
        return "a mapping";
    }

    public Set<String> keys() {
        return entries.keySet();
    }

    /**
     * Rejects every key that is not among these.
     *
     * @throws io.synthaudit.io.FormatException with the line of the first unknown key, the nearest key and all choices
     */
    public YamlMapping allow(String... known) {
        List<String> choices = Arrays.asList(known);
        for (String key : entries.keySet()) {
            if (!choices.contains(key)) {
                throw keyPlaces
                        .get(key)
                        .error("there is no such key here.", Nearest.question(key, choices), Nearest.choices(choices));
            }
        }
        return this;
    }

    /** The value of a key that must be there. */
    public YamlNode required(String key) {
        YamlNode value = entries.get(key);
        if (value == null) {
            throw place.error("the key \"" + key + "\" is missing.");
        }
        return value;
    }

    /** The value of a key that may be left out. */
    public Optional<YamlNode> optional(String key) {
        return Optional.ofNullable(entries.get(key));
    }
}
