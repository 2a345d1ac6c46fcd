package io.synthaudit.core.table;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LabelShapesTest {

    private static LabelShapes of(int known, String... labels) {
        return new Dictionary(labels, known).shapes();
    }

    private static boolean areAlike(String first, String second) {
        LabelShapes shapes = of(1, first, second);
        return shapes.mask(0) == shapes.mask(1);
    }

    @Test
    void a_mask_keeps_the_classes_of_letters_and_digits_and_all_other_characters() {
        assertThat(areAlike("B-1204 x", "Z-0000 q")).isTrue();
        assertThat(areAlike("B-1204", "b-1204")).isFalse();
        assertThat(areAlike("B-1204", "B/1204")).isFalse();
        assertThat(areAlike("B-1204", "B-120")).isFalse();
        assertThat(areAlike("B-1204", "B-12O4")).isFalse();
        assertThat(areAlike("Müller", "Xöyzab")).isTrue();
        assertThat(areAlike("١٢", "34")).isTrue();
        assertThat(areAlike("漢字", "ab")).isTrue();
        assertThat(areAlike("😀", "😁")).isFalse();
    }

    @Test
    void masks_of_training_levels_have_the_lowest_numbers() {
        LabelShapes shapes = of(3, "12", "34", "a1", "B2", "c3", "56");
        assertThat(shapes.knownMasks()).isEqualTo(2);
        assertThat(IntStream.range(0, 6).map(shapes::mask)).containsExactly(0, 0, 1, 2, 1, 0);
    }

    @Test
    void lengths_count_characters_and_not_their_halves() {
        LabelShapes shapes = of(3, "", "naïve", "a😀b");
        assertThat(IntStream.range(0, 3).map(shapes::length)).containsExactly(0, 5, 3);
    }

    @Test
    void a_leading_zero_needs_another_digit_and_nothing_else() {
        String[] labels = {"0", "00", "007", "70", "0.7", "-07", "0 1", "٠١", "", "O7"};
        LabelShapes shapes = of(labels.length, labels);
        assertThat(IntStream.range(0, labels.length).filter(shapes::hasLeadingZero))
                .containsExactly(1, 2);
        assertThat(IntStream.range(0, labels.length).filter(shapes::isDigits)).containsExactly(0, 1, 2, 3);
    }

    @Test
    void shapes_are_made_once() {
        Dictionary dictionary = new Dictionary(new String[] {"a"}, 1);
        assertThat(dictionary.shapes()).isSameAs(dictionary.shapes());
    }

    @Test
    void a_hundred_thousand_levels_of_one_form_have_one_mask() {
        String[] labels =
                IntStream.range(0, 100_000).mapToObj(i -> "P" + (100_000 + i)).toArray(String[]::new);
        LabelShapes shapes = of(labels.length, labels);
        assertThat(shapes.knownMasks()).isEqualTo(1);
        assertThat(Arrays.stream(labels).map(String::length).distinct()).containsExactly(shapes.length(99_999));
    }
}
