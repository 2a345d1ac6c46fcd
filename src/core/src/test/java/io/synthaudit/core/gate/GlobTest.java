package io.synthaudit.core.gate;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.random.RandomStreams;
import java.util.regex.Pattern;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class GlobTest {

    @Test
    void a_star_stands_for_all_but_a_slash() {
        assertThat(new Glob("attack.*/excess").matches("attack.inference/excess"))
                .isTrue();
        assertThat(new Glob("attack.*").matches("attack.inference/excess")).isFalse();
        assertThat(new Glob("*").matches("")).isTrue();
        assertThat(new Glob("").matches("a")).isFalse();
        assertThat(new Glob("a.b").matches("axb")).isFalse();
    }

    @Test
    void it_matches_what_the_regular_expression_matches() {
        UniformRandomProvider random = new RandomStreams(1).stream("globs");
        int matched = 0;
        for (int i = 0; i < 200_000; i++) {
            String glob = word("ab/*", random);
            String name = word("ab/", random);
            boolean expected = Pattern.matches(glob.replace("*", "[^/]*"), name);
            assertThat(new Glob(glob).matches(name)).as("%s on %s", glob, name).isEqualTo(expected);
            matched += expected ? 1 : 0;
        }
        assertThat(matched).isGreaterThan(5_000);
    }

    private static String word(String letters, UniformRandomProvider random) {
        StringBuilder word = new StringBuilder();
        for (int k = random.nextInt(7); k > 0; k--) {
            word.append(letters.charAt(random.nextInt(letters.length())));
        }
        return word.toString();
    }
}
