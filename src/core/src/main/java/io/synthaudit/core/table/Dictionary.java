package io.synthaudit.core.table;

/**
 * The levels of a category column, shared by all tables of an audit.
 *
 * <p>Codes below {@link #known()} are the levels of the training table, sorted by code point; the codes above are
 * levels that only other tables have, sorted too. So a code tells by itself whether training has the level.
 */
public final class Dictionary {

    private final String[] labels;
    private final int known;
    private volatile LabelShapes shapes;

    /**
     * @param labels the levels, training's first
     * @param known how many of them training has
     */
    public Dictionary(String[] labels, int known) {
        this.labels = labels.clone();
        this.known = known;
    }

    public int size() {
        return labels.length;
    }

    /** Number of levels that training has. */
    public int known() {
        return known;
    }

    /** The level's text: a cell value, so nothing that leaves the process may hold it before disclosure control. */
    public String label(int code) {
        return labels[code];
    }

    /** Length, mask and digits of each level; worked out when first asked for, by whichever thread asks. */
    public LabelShapes shapes() {
        LabelShapes result = shapes;
        if (result == null) {
            result = LabelShapes.of(labels, known);
            shapes = result;
        }
        return result;
    }
}
