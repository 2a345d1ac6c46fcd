package io.synthaudit.generators;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.random.RandomStreams;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;

class ConditionalTest {

    private static final int ROWS = 1000;

    private final UniformRandomProvider random = new RandomStreams(4).stream("conditional");

    @Test
    void each_class_keeps_its_own_dependence() {
        int[] classes = new int[ROWS];
        int[] parent = new int[ROWS];
        int[] child = new int[ROWS];
        for (int i = 0; i < ROWS; i++) {
            classes[i] = i % 2;
            parent[i] = i / 2 % 2;
            // Alike in one class, opposite in the other: pooled there is no dependence at all.
            child[i] = classes[i] == 0 ? parent[i] : 1 - parent[i];
        }
        Conditional given = new Conditional(child, 2, codes(parent), codes(classes));
        // 250 rows of one kind and 10 rows' worth of the even pool: 255 of 260.
        assertThat(ones(given, 0, 1)).isCloseTo(255.0 / 260, within(0.01));
        assertThat(ones(given, 1, 1)).isCloseTo(5.0 / 260, within(0.01));
    }

    @Test
    void a_code_of_one_person_does_not_fix_that_persons_other_cells() {
        int[] parent = new int[ROWS];
        int[] child = new int[ROWS];
        parent[0] = 1;
        child[0] = 1;
        for (int i = 1; i < ROWS; i += 2) {
            child[i] = 1;
        }
        Conditional given = new Conditional(child, 2, codes(parent), new Codes(new int[ROWS], 1, new int[0]));
        // The person's own cell weighs 1 of 3 rows in the pool and 1 of 11 beside it: (1 + 10 * 2.002 / 3) / 11.
        assertThat(ones(given, 0, 1)).isCloseTo((1 + 10 * 2.002 / 3) / 11, within(0.02));
    }

    private static Codes codes(int[] training) {
        return new Codes(training, 2, new int[0]);
    }

    private double ones(Conditional given, int label, int parent) {
        int draws = 20_000;
        int ones = 0;
        for (int i = 0; i < draws; i++) {
            ones += given.draw(label, parent, random);
        }
        return (double) ones / draws;
    }
}
