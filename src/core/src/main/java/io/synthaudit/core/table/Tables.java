package io.synthaudit.core.table;

import java.util.Optional;

/**
 * The tables of one audit, coded with shared dictionaries.
 *
 * @param training rows that the generator saw
 * @param synthetic rows that it made
 * @param holdout rows of the same population that it never saw
 * @param trainingEntity the person to whom each training row belongs, as numbers that training and holdout share;
 *     empty when each row is a person of its own
 * @param holdoutEntity the same for the holdout
 */
public record Tables(
        Table training,
        Table synthetic,
        Optional<Table> holdout,
        Optional<int[]> trainingEntity,
        Optional<int[]> holdoutEntity) {

    /** Tables in which each row is a person of its own. */
    public static Tables of(Table training, Table synthetic, Table holdout) {
        return new Tables(training, synthetic, Optional.ofNullable(holdout), Optional.empty(), Optional.empty());
    }

    public Schema schema() {
        return training.schema();
    }
}
