package io.synthaudit.core.report;

import static io.synthaudit.core.report.Audits.times;
import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class TextsTest {

    private static Texts texts(Field field, Audience audience) {
        Withheld withheld = new Withheld(new Audits()
                .levels(field, times("Frequent Label", 11, "Rare Label", 10), times("Invented Label", 30), null)
                .result()
                .tables());
        return new Texts(withheld, Set.of(39032L, 1342L, 37L), new Rounding(audience));
    }

    private static final Texts PUBLIC = texts(Field.of("c", Kind.CATEGORICAL), Audience.PUBLIC);

    @Test
    void a_note_tells_no_exact_number_of_real_rows() {
        String note =
                "Learned from 178 training rows, and from these with 188 synthetic ones. Tested on 1,069 holdout rows."
                        + " Left out: 51 holdout rows, 12 refits on 178 drawn rows, 0.178 rows, 7 rows, 33 synthetic rows.";
        assertThat(PUBLIC.cleanNote(note))
                .isEqualTo(
                        "Learned from 180 training rows, and from these with 188 synthetic ones. Tested on 1,070 holdout"
                                + " rows. Left out: 50 holdout rows, 12 refits on 180 drawn rows, 0.178 rows, 7 rows, 33 synthetic rows.");
        assertThat(texts(Field.of("c", Kind.CATEGORICAL), Audience.RESTRICTED).cleanNote(note))
                .isEqualTo(note);
    }

    @Test
    void a_rare_label_is_taken_out_and_a_frequent_one_stays() {
        assertThat(PUBLIC.clean("The value Rare Label of Frequent Label is rare."))
                .isEqualTo("The value [withheld] of Frequent Label is rare.");
    }

    @Test
    void a_label_that_only_the_synthetic_table_has_is_taken_out() {
        assertThat(PUBLIC.clean("(Invented Label)")).isEqualTo("([withheld])");
    }

    @Test
    void a_declared_label_stays() {
        Domain domain = new Domain(Double.NaN, Double.NaN, "", List.of("Rare Label"), "");
        Field field = new Field("c", Kind.CATEGORICAL, Set.of(), List.of(), domain, "", "");
        assertThat(texts(field, Audience.PUBLIC).clean("Rare Label")).isEqualTo("Rare Label");
    }

    @Test
    void a_part_of_a_word_is_no_label() {
        assertThat(PUBLIC.clean("Rare Labels")).isEqualTo("Rare Labels");
    }

    @Test
    void exact_sizes_of_real_tables_are_rounded_in_public_only() {
        String text = "39,032 training, 10000 synthetic and 1342 holdout rows; 37 %, 37, 1343, .1342.";
        assertThat(PUBLIC.clean(text))
                .isEqualTo("39,030 training, 10000 synthetic and 1340 holdout rows; 37 %, 35, 1343, .1342.");
        assertThat(texts(Field.of("c", Kind.CATEGORICAL), Audience.RESTRICTED).clean(text))
                .isEqualTo(text);
    }

    @Test
    void no_number_keeps_more_than_six_digits() {
        assertThat(PUBLIC.clean("123456789, 0.000123456789 and -1.23456789e5"))
                .isEqualTo("1.23457E+8, 0.000123457 and -123457");
    }
}
