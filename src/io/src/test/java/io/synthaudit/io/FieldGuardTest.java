package io.synthaudit.io;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.InputException;
import java.io.IOException;
import java.io.StringReader;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class FieldGuardTest {

    private static final String[] PIECES = {
        "a", "bc", "\"", "\"\"", ",", ",", "\n", "\r", "\r\n", "é", "\uD83D\uDE00", "1"
    };

    /** What was delivered, and the fault that ended it, if any. */
    private static String read(String text, int atATime) throws IOException {
        StringBuilder delivered = new StringBuilder();
        char[] buffer = new char[atATime + 3];
        try (FieldGuard guard = new FieldGuard(new StringReader(text), ',', new Rejection("t.csv"))) {
            for (int count = guard.read(buffer, 3, atATime); count >= 0; count = guard.read(buffer, 3, atATime)) {
                delivered.append(buffer, 3, count);
            }
        } catch (InputException fault) {
            delivered.append('\0').append(fault.getMessage());
        }
        return delivered.toString();
    }

    @Test
    void what_is_read_does_not_depend_on_how_much_is_read_at_once() throws IOException {
        UniformRandomProvider random = new RandomStreams(4).stream("texts");
        int faults = 0;
        for (int i = 0; i < 3_000; i++) {
            StringBuilder text = new StringBuilder();
            for (int k = random.nextInt(30); k >= 0; k--) {
                text.append(PIECES[random.nextInt(PIECES.length)]);
            }
            String one = read(text.toString(), 1);
            assertThat(read(text.toString(), 2 + random.nextInt(9))).isEqualTo(one);
            assertThat(read(text.toString(), 1_000)).isEqualTo(one);
            faults += one.indexOf('\0') >= 0 ? 1 : 0;
        }
        assertThat(faults).isBetween(300, 2_700);
    }

    @Test
    void a_row_is_counted_at_each_line_end_whichever_it_is() throws IOException {
        assertThat(read("h\na\r\nb\rc,\"x\"y", 1_000)).contains("t.csv", "row 3, field 2");
    }

    @Test
    void a_field_of_one_mebibyte_is_the_longest() throws IOException {
        String longest = "x".repeat(FieldGuard.LARGEST_FIELD);
        assertThat(read("h\n" + longest + "\n" + longest, 10_000)).doesNotContain("\0");
        assertThat(read("h\n" + longest + "x\n", 10_000)).contains("\0t.csv", "row 1, field 1");
    }

    @Test
    void ten_thousand_columns_are_the_most() throws IOException {
        String most = ",".repeat(FieldGuard.MOST_COLUMNS - 1);
        assertThat(read(most + "\n" + most, 10_000)).doesNotContain("\0");
        assertThat(read(most + "\n" + most + ",\n", 10_000)).contains("row 1", "at most 10,000 columns");
    }
}
