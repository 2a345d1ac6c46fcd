package io.synthaudit.core.table;

/**
 * Turns text columns into numbers or instants; each distinct cell is read once.
 *
 * <p>A declared integer column takes whole numbers only. An inferred one takes every finite number: that training has
 * whole numbers was seen, not promised, and a generator that adds .01 to every cell must not thereby hide its copies.
 */
final class NumberCoder {

    private final Field field;
    private final Instants instants;
    private final boolean wholeOnly;

    NumberCoder(Field field, boolean declared) {
        this.field = field;
        this.instants = Instants.of(field.domain().pattern());
        this.wholeOnly = declared && field.kind() == Kind.INTEGER;
    }

    NumberColumn code(RawColumn column, Side side) {
        boolean[] missing = MissingTokens.in(column, field);
        double[] read = new double[missing.length];
        boolean[] bad = new boolean[missing.length];
        boolean anyBad = false;
        for (int i = 0; i < read.length; i++) {
            read[i] = missing[i] ? Double.NaN : value(column.distinct()[i]);
            bad[i] = !missing[i] && Double.isNaN(read[i]);
            anyBad |= bad[i];
        }
        if (anyBad && side.strict()) {
            throw side.misfit(column, bad, expected(), remedy());
        }
        double[] values = new double[column.cells().length];
        int unparsed = 0;
        for (int row = 0; row < values.length; row++) {
            int cell = column.cells()[row];
            values[row] = read[cell];
            unparsed += bad[cell] ? 1 : 0;
        }
        NumberColumn made = new NumberColumn(field, values, unparsed, () -> Ranks.of(read, column.cells()));
        // Now, for it holds on to the texts until then, and columns are read side by side.
        made.ranks();
        return made;
    }

    private double value(String cell) {
        if (field.kind() == Kind.DATETIME) {
            return instants.seconds(cell);
        }
        double value = Numbers.parse(cell);
        return wholeOnly && !Numbers.isWhole(value) ? Double.NaN : value;
    }

    private String expected() {
        if (field.kind() == Kind.DATETIME) {
            return field.domain().pattern().isEmpty()
                    ? "an ISO-8601 date or date-time (kind datetime)"
                    : "a date of the declared pattern (kind datetime)";
        }
        return wholeOnly
                ? "a whole number (kind integer)"
                : "a number (kind " + field.kind().word() + ")";
    }

    private String remedy() {
        String kind = wholeOnly ? "kind: numeric if fractions are right" : "another kind";
        return "Mend the cells, or declare in schema.yaml what means \"no value\" (missing), or " + kind + ".";
    }
}
