package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class JsonTest {

    @Test
    void a_tree_is_written_in_its_order() {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("b", List.of(1, 2.5, true));
        tree.put("a", Arrays.asList(null, Map.of(), List.of()));
        assertThat(Json.text(tree)).isEqualTo("""
                {
                  "b": [
                    1,
                    2.5,
                    true
                  ],
                  "a": [
                    null,
                    {},
                    []
                  ]
                }
                """);
    }

    @Test
    void texts_are_escaped_to_ascii() {
        assertThat(Json.text("\"\\/\n\u0001\u00e9\ud83d\ude00"))
                .isEqualTo("\"\\\"\\\\/\\u000a\\u0001\\u00e9\\ud83d\\ude00\"\n");
    }
}
