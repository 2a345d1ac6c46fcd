package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.synthaudit.cli.PersonsOption.FileColumn;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class PersonsOptionTest {

    @Test
    void a_word_without_a_hash_is_a_column() {
        assertThat(PersonsOption.parse("patient, no")).isEqualTo(new PersonsOption("patient, no", null, null));
    }

    @Test
    void files_of_training_and_holdout_are_read() {
        FileColumn training = new FileColumn(Path.of("a/t.csv"), "id");
        assertThat(PersonsOption.parse("a/t.csv#id")).isEqualTo(new PersonsOption(null, training, null));
        assertThat(PersonsOption.parse("a/t.csv#id,h.csv.gz#patient no"))
                .isEqualTo(new PersonsOption(null, training, new FileColumn(Path.of("h.csv.gz"), "patient no")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"#", "a#", "#id", "a#id,", "a#id,b", "a#id,b#", "a#id,b#id,c#id"})
    void anything_else_is_refused(String text) {
        assertThatThrownBy(() -> PersonsOption.parse(text)).isInstanceOf(UsageException.class);
    }

    @Test
    void the_command_to_repeat_names_columns_and_no_file() {
        assertThat(PersonsOption.parse("a/t.csv#id,h.csv#p").canonical())
                .isEqualTo("'<TRAINING-PERSONS>#id,<HOLDOUT-PERSONS>#p'");
        assertThat(PersonsOption.parse("it's").canonical()).isEqualTo("'it'\\''s'");
    }
}
