package io.synthaudit.core.generator;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.Table;

/** Makes a synthetic table from a training table: a control, or a yardstick. A service type, found by its id. */
public interface Generator {

    /** Stable id, such as {@code chow-liu}. */
    String id();

    /** One sentence: what it does, and what it does not promise. */
    String describe();

    /**
     * A synthetic table with the training table's schema and dictionaries.
     *
     * @param training the rows to learn from
     * @param rows number of rows to make
     * @param streams seeded randomness
     */
    Table generate(Table training, int rows, RandomStreams streams);
}
