package io.synthaudit.generators;

import io.synthaudit.core.profile.Coarsening;
import io.synthaudit.core.table.Column;
import org.apache.commons.rng.UniformRandomProvider;

/** A synthetic column in the making: a training column seen as a few codes, and cells to be filled by code. */
sealed interface Draft permits NumberDraft, LevelDraft {

    /** Number of codes: one per bin, and the last for a missing cell. */
    int codes();

    /** Code per training row. */
    int[] training();

    /** How the codes merge into a few of about equal weight; the missing cell keeps a code of its own. */
    Coarsening coarse(int most);

    /** Fills a cell with a value drawn within the code's bin. */
    void fill(int row, int code, UniformRandomProvider random);

    /** The column as filled; cells never filled are missing. */
    Column column();
}
