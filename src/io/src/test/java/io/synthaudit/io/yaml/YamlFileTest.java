package io.synthaudit.io.yaml;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthaudit.io.FormatException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class YamlFileTest {

    private static YamlMapping parse(String text) {
        return YamlFile.parse("p.yaml", text);
    }

    private static void rejects(String text, String message) {
        assertThatThrownBy(() -> parse(text))
                .isInstanceOf(FormatException.class)
                .hasMessage(message);
    }

    @Test
    void a_device_without_end_is_read_no_further_than_the_limit() {
        assertThatThrownBy(() -> YamlFile.read(java.nio.file.Path.of("/dev/zero")))
                .isInstanceOf(FormatException.class)
                .hasMessage("zero, line 1: expected at most 4 MiB, found more.");
    }

    @Test
    void nodes_know_their_line_and_path() {
        YamlNode kind = parse("format: x\ncolumns:\n  - name: a\n  - name: b\n    kind: integer\n")
                .required("columns")
                .sequence()
                .items()
                .get(1)
                .mapping()
                .required("kind");
        assertThat(kind.place()).isEqualTo(new Place("p.yaml", 5, "columns[1].kind"));
        assertThat(kind.text()).isEqualTo("integer");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '#',
            value = {
                "x: 1.5|a number", "x: true|true or false", "x: ~|nothing", "x:|nothing", "x: '1'|text",
                "x: yes|text", "x: .inf|a number", "x: [1]|a list", "x: {a: 1}|a mapping", "x: 1_000|text"
            })
    void types_are_those_of_yaml_1_2(String text, String what) {
        assertThat(parse(text).required("x").what()).isEqualTo(what);
    }

    @Test
    void values_are_read_strictly() {
        YamlMapping top = parse("n: -1.5e3\ni: 42\nt: True\ns: 'null'\nl: [a, \"b\"]\nv: [0, null, N/A, \"\"]\n");
        assertThat(top.required("n").number()).isEqualTo(-1500.0);
        assertThat(top.required("i").scalar().integer()).isEqualTo(42);
        assertThat(top.required("t").scalar().truth()).isTrue();
        assertThat(top.required("s").text()).isEqualTo("null");
        assertThat(top.required("l").sequence().texts()).containsExactly("a", "b");
        List<String> verbatim = top.required("v").sequence().items().stream()
                .map(item -> item.scalar().verbatim())
                .toList();
        assertThat(verbatim).containsExactly("0", "null", "N/A", "");
        assertThat(top.optional("z")).isEmpty();
    }

    @Test
    void wrong_types_name_both_sides() {
        YamlMapping top = parse("a: 5\nb: [x]\nc: text\nd: .inf\n");
        assertThatThrownBy(() -> top.required("a").text())
                .hasMessage("p.yaml, line 1, a: expected text, found a number.\n  Put it in quotes.");
        assertThatThrownBy(() -> top.required("b").text())
                .hasMessage("p.yaml, line 2, b: expected one value, found a list.");
        assertThatThrownBy(() -> top.required("c").number())
                .hasMessage("p.yaml, line 3, c: expected a finite number, found text.");
        assertThatThrownBy(() -> top.required("c").mapping())
                .hasMessage("p.yaml, line 3, c: expected a mapping (key: value), found text.");
        assertThatThrownBy(() -> top.required("d").number())
                .hasMessage("p.yaml, line 4, d: expected a finite number, found another.");
    }

    @Test
    void unknown_keys_are_errors_with_a_suggestion() {
        assertThatThrownBy(() -> parse("gates:\n  - id: a\n    measur: b\n")
                        .required("gates")
                        .sequence()
                        .items()
                        .get(0)
                        .mapping()
                        .allow("id", "measure"))
                .hasMessage("p.yaml, line 3, gates[0].measur: there is no such key here.\n"
                        + "  Did you mean \"measure\"?\n  Choices: id, measure.");
    }

    @Test
    void missing_keys_and_wrong_choices_are_errors() {
        assertThatThrownBy(() -> parse("a: b").required("format"))
                .hasMessage("p.yaml, line 1: the key \"format\" is missing.");
        assertThatThrownBy(() -> parse("of: vlaue").required("of").scalar().choice(List.of("value", "excess")))
                .hasMessage("p.yaml, line 1, of: found \"vlaue\", which is no choice here.\n"
                        + "  Did you mean \"value\"?\n  Choices: value, excess.");
    }

    @Test
    void only_plain_data_is_accepted() {
        rejects(
                "a: &x 1\nb: *x\n",
                "p.yaml, line 1, a: found an anchor (&name).\n  Only plain data is allowed here: write the value out.");
        rejects("a: !!str 1\n", "p.yaml, line 1, a: found a tag (!name).\n  Only plain data is allowed here: no tags.");
        rejects("a: 1\nb: 2\na: 3\n", "p.yaml, line 3, a: the key stands here a second time; the first is on line 1.");
        rejects(
                "a: 1\n---\nb: 2\n",
                "p.yaml, line 2: expected one document, found a second.\n" + "  Remove the \"---\" and what follows.");
        rejects("? [a]\n: 1\n", "p.yaml, line 1: expected a key that is one word, found a list or a mapping.");
        rejects("- a\n", "p.yaml, line 1: expected a mapping (key: value), found a list.");
        rejects("", "p.yaml, line 1: expected a mapping, found an empty file.");
        rejects("a: [1, 2\nb: 3\n", "p.yaml, line 2: this is not YAML: expected ',' or ']', but got :.");
    }

    @Test
    void deep_nesting_is_an_error() {
        assertThatThrownBy(() -> parse("a: " + "[".repeat(60) + "]".repeat(60)))
                .isInstanceOf(FormatException.class)
                .hasMessageEndingWith("expected at most 50 levels of nesting, found more.");
    }

    @Test
    void a_file_must_be_there_and_be_utf_8(@TempDir Path folder) throws Exception {
        Path latin = Files.write(folder.resolve("l.yaml"), new byte[] {'a', ':', ' ', (byte) 0xE9});
        assertThatThrownBy(() -> YamlFile.read(latin))
                .hasMessage("l.yaml, line 1: expected UTF-8, found other bytes.\n  Save the file as UTF-8.");
        assertThatThrownBy(() -> YamlFile.read(folder.resolve("none.yaml")))
                .hasMessage("none.yaml: the file cannot be read.");
    }
}
