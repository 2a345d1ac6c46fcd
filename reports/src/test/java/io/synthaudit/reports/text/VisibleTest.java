package io.synthaudit.reports.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class VisibleTest {

    @Test
    void what_hides_is_spelled_out() {
        assertThat(Visible.of("a\u202Eb")).isEqualTo("a\u27E8U+202E\u27E9b");
        assertThat(Visible.of("\u0000\u001B\u200B\uFEFF"))
                .isEqualTo("\u27E8U+0000\u27E9\u27E8U+001B\u27E9\u27E8U+200B\u27E9\u27E8U+FEFF\u27E9");
        assertThat(Visible.of("x\uD800y\uFFFF")).isEqualTo("x\u27E8U+D800\u27E9y\u27E8U+FFFF\u27E9");
        assertThat(Visible.of("\uDB40\uDC41")).isEqualTo("\u27E8U+E0041\u27E9");
        assertThat(Visible.of("a\nb")).isEqualTo("a\u27E8U+000A\u27E9b");
    }

    @Test
    void what_can_be_seen_stays() {
        String text = "\u00C4ge (years) \u2264 5, \u0627\u0644\u0639\u0645\u0631, \uD83D\uDE00, e\u0301";
        assertThat(Visible.of(text)).isSameAs(text);
        assertThat(Visible.of(null)).isEmpty();
    }

    @Test
    void prose_is_one_line() {
        assertThat(Visible.prose(" a\n  b\tc\r\n")).isEqualTo("a b c");
        assertThat(Visible.prose("a\u2028b")).isEqualTo("a\u27E8U+2028\u27E9b");
    }
}
