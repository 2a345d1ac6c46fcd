package io.synthaudit.io.yaml;

import java.util.List;

/**
 * A list.
 *
 * @param place where it begins
 * @param items its items in file order
 */
public record YamlSequence(Place place, List<YamlNode> items) implements YamlNode {

    public YamlSequence {
        items = List.copyOf(items);
    }

    @Override
    public YamlSequence sequence() {
        return this;
    }

    @Override
    public String what() {
        return items.isEmpty() ? "an empty list" : "a list";
    }

    /** The items as strict texts. */
    public List<String> texts() {
        return items.stream().map(YamlNode::text).toList();
    }
}
