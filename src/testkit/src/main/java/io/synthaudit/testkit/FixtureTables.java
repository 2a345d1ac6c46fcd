package io.synthaudit.testkit;

import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.apache.commons.rng.UniformRandomProvider;

/**
 * Tables of made-up people with every kind of column, missing cells, ties, a zero-inflated number and a dependence: age
 * drives pressure, and both drive the outcome. All tables share dictionaries.
 */
public final class FixtureTables {

    private static final String[] WARDS = {"east", "north", "south", "west"};
    private static final String[] OUTCOMES = {"no", "yes"};

    /** The schema of all fixture tables. */
    public static final Schema SCHEMA = new Schema(
            List.of(
                    field("age", Kind.INTEGER, Role.QUASI_IDENTIFIER),
                    field("pressure", Kind.NUMERIC),
                    field("income", Kind.NUMERIC),
                    field("ward", Kind.CATEGORICAL, Role.QUASI_IDENTIFIER),
                    field("admitted", Kind.DATETIME),
                    field("outcome", Kind.BOOLEAN, Role.TARGET, Role.SENSITIVE)),
            true);

    private FixtureTables() {}

    private static Field field(String name, Kind kind, Role... roles) {
        return new Field(name, kind, Set.of(roles), List.of(), Domain.NONE, "", "");
    }

    /** So many people, drawn from one law by a seed. */
    public static Table people(int rows, long seed) {
        return people(rows, seed, 0);
    }

    /**
     * People whose pressure is shifted, to plant damage.
     *
     * @param rows number of rows
     * @param seed seed of the draw
     * @param shift added to the pressure, in units of its standard deviation
     */
    public static Table people(int rows, long seed, double shift) {
        UniformRandomProvider random = new RandomStreams(seed).stream("people");
        double[] age = new double[rows];
        double[] pressure = new double[rows];
        double[] income = new double[rows];
        double[] admitted = new double[rows];
        int[] ward = new int[rows];
        int[] outcome = new int[rows];
        for (int i = 0; i < rows; i++) {
            age[i] = 18 + random.nextInt(70);
            double noise = random.nextDouble() + random.nextDouble() + random.nextDouble() - 1.5;
            pressure[i] = random.nextInt(20) == 0 ? Double.NaN : 100 + age[i] / 2 + 15 * noise + 15 * shift;
            income[i] = random.nextInt(3) > 0 ? 0 : Math.rint(100 * random.nextDouble() * age[i]);
            ward[i] = random.nextInt(10) == 0 ? CodeColumn.MISSING : Math.min(3, random.nextInt(8));
            admitted[i] = 1.6e9 + 86_400.0 * random.nextInt(365);
            double risk = (age[i] - 18) / 140 + (Double.isNaN(pressure[i]) ? .2 : (pressure[i] - 100) / 200);
            outcome[i] = random.nextDouble() < risk ? 1 : 0;
        }
        List<Column> columns = new ArrayList<>();
        columns.add(new NumberColumn(SCHEMA.field(0), age, 0));
        columns.add(new NumberColumn(SCHEMA.field(1), pressure, 0));
        columns.add(new NumberColumn(SCHEMA.field(2), income, 0));
        columns.add(new CodeColumn(SCHEMA.field(3), new Dictionary(WARDS, WARDS.length), ward, 0));
        columns.add(new NumberColumn(SCHEMA.field(4), admitted, 0));
        columns.add(new CodeColumn(SCHEMA.field(5), new Dictionary(OUTCOMES, OUTCOMES.length), outcome, 0));
        return new Table(SCHEMA, columns, rows);
    }

    /** Training, a fresh sample in the synthetic table's place, and a holdout. */
    public static Tables fresh(int training, int synthetic, int holdout, long seed) {
        return Tables.of(people(training, seed), people(synthetic, seed + 1), people(holdout, seed + 2));
    }
}
