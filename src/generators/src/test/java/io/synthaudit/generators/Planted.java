package io.synthaudit.generators;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import java.util.List;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * A table of known structure: ward depends on nothing, stage on ward, drug on stage, dose on drug, visits on ward; noise
 * on nothing; and a key. Doses have one decimal and are 0 without a drug; one stage in ten is missing.
 */
final class Planted {

    static final int WARD = 0;
    static final int STAGE = 1;
    static final int DRUG = 2;
    static final int DOSE = 3;
    static final int VISITS = 4;
    static final int NOISE = 5;
    static final int KEY = 6;

    private static final Schema SCHEMA = new Schema(
            List.of(
                    Field.of("ward", Kind.CATEGORICAL),
                    Field.of("stage", Kind.CATEGORICAL),
                    Field.of("drug", Kind.CATEGORICAL),
                    Field.of("dose", Kind.NUMERIC),
                    Field.of("visits", Kind.INTEGER),
                    Field.of("noise", Kind.NUMERIC),
                    Field.of("key", Kind.ID, Role.ROW_KEY)),
            true);

    private Planted() {}

    static Table table(int rows, long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("planted");
        int[][] levels = new int[3][rows];
        double[][] numbers = new double[3][rows];
        int[] keys = new int[rows];
        for (int i = 0; i < rows; i++) {
            levels[0][i] = random.nextInt(4);
            levels[1][i] = random.nextDouble() < 0.1 ? CodeColumn.MISSING : follow(levels[0][i], random);
            levels[2][i] = follow(Math.max(levels[1][i], 0), random);
            double spread = 10 + 5 * (random.nextDouble() + random.nextDouble());
            numbers[0][i] = levels[2][i] == 0 ? 0 : Math.rint(levels[2][i] * spread * 10) / 10;
            numbers[1][i] = levels[0][i] * 5 + random.nextInt(20);
            numbers[2][i] = Math.rint(random.nextDouble() * 1000) / 100;
            keys[i] = i;
        }
        List<Column> columns = List.of(
                levels(0, levels[0], 4),
                levels(1, levels[1], 4),
                levels(2, levels[2], 4),
                new NumberColumn(SCHEMA.field(DOSE), numbers[0], 0),
                new NumberColumn(SCHEMA.field(VISITS), numbers[1], 0),
                new NumberColumn(SCHEMA.field(NOISE), numbers[2], 0),
                levels(KEY, keys, rows));
        return new Table(SCHEMA, columns, rows);
    }

    private static int follow(int level, UniformRandomProvider random) {
        return random.nextDouble() < 0.7 ? level : random.nextInt(4);
    }

    private static CodeColumn levels(int column, int[] codes, int size) {
        String[] labels = new String[size];
        for (int i = 0; i < size; i++) {
            labels[i] = "level " + i;
        }
        return new CodeColumn(SCHEMA.field(column), new Dictionary(labels, size), codes, 0);
    }
}
