package io.synthaudit.testkit;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.List;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Tables of made-up case numbers, postcodes and names, the second and third with missing cells. All tables share
 * dictionaries, whose last levels are such as no proper table has: case numbers without their letter, postcodes without
 * their zeros, names in capitals.
 */
public final class FixtureTexts {

    private static final int KNOWN = 3_000;
    private static final int ODD = 300;

    /** The schema of all these tables. */
    public static final Schema SCHEMA = new Schema(
            List.of(Field.of("case", Kind.ID), Field.of("postcode", Kind.TEXT), Field.of("name", Kind.TEXT)), true);

    private static final Dictionary CASES = dictionary("K-%04d", "%d");
    private static final Dictionary POSTCODES = dictionary("%05d", "%d");
    private static final Dictionary NAMES = dictionary("Name %d", "NAME %d %1$d");

    private FixtureTexts() {}

    private static Dictionary dictionary(String form, String odd) {
        String[] labels = new String[KNOWN + ODD];
        for (int i = 0; i < labels.length; i++) {
            int number = 7 * i % (KNOWN + ODD);
            labels[i] = String.format(Locale.ROOT, i < KNOWN ? form : odd, number);
        }
        return new Dictionary(labels, KNOWN);
    }

    /** So many rows, at most 3,000, drawn from one law by a seed. */
    public static Table rows(int rows, long seed) {
        return rows(rows, seed, 0);
    }

    /** Rows of which a share has one of the levels that no proper table has. */
    public static Table rows(int rows, long seed, double odd) {
        UniformRandomProvider random = new RandomStreams(seed).stream("texts");
        int[] cases = RandomStreams.permutation(KNOWN, random);
        int[][] codes = new int[3][rows];
        for (int i = 0; i < rows; i++) {
            boolean isOdd = random.nextDouble() < odd;
            int other = KNOWN + random.nextInt(ODD);
            codes[0][i] = isOdd ? other : cases[i];
            codes[1][i] = random.nextInt(10) == 0 ? CodeColumn.MISSING : isOdd ? other : random.nextInt(400);
            codes[2][i] = random.nextInt(20) == 0 ? CodeColumn.MISSING : isOdd ? other : random.nextInt(KNOWN);
        }
        List<Column> columns = List.of(
                new CodeColumn(SCHEMA.field(0), CASES, codes[0], 0),
                new CodeColumn(SCHEMA.field(1), POSTCODES, codes[1], 0),
                new CodeColumn(SCHEMA.field(2), NAMES, codes[2], 0));
        return new Table(SCHEMA, columns, rows);
    }
}
