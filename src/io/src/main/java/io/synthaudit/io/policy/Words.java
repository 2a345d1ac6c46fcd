package io.synthaudit.io.policy;

import io.synthaudit.io.yaml.YamlNode;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/** Constants of enums as hyphenated lower-case words. */
final class Words {

    private Words() {}

    static String of(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT).replace('_', '-');
    }

    /** The constant that a value names, or an error with the choices. */
    static <E extends Enum<E>> E choice(YamlNode node, E[] constants) {
        List<String> words = Arrays.stream(constants).map(Words::of).toList();
        return constants[words.indexOf(node.scalar().choice(words))];
    }
}
