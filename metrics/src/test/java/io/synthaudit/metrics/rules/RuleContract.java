package io.synthaudit.metrics.rules;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.evaluation.Observation;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import io.synthaudit.metrics.fidelity.SetContract;
import io.synthaudit.testkit.FixedRun;
import io.synthaudit.testkit.FixtureTables;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** What every evaluation of rules keeps beside what all keep. */
public abstract class RuleContract extends SetContract {

    /** A table with rules, which the first rows break. */
    protected abstract Table planted(int rows, long seed, int broken);

    @Override
    protected Tables fresh() {
        return Tables.of(planted(600, 41, 0), planted(400, 42, 20), planted(300, 43, 0));
    }

    @Override
    protected Table anew(int rows, long seed) {
        return planted(rows, seed, 20);
    }

    static Observation of(List<Observation> found, String measure) {
        return found.stream()
                .filter(o -> o.measure().equals(measure))
                .findFirst()
                .orElseThrow(() -> new AssertionError("no " + measure));
    }

    @Test
    void more_broken_rows_never_look_better() {
        double before = -1;
        for (int broken : new int[] {0, 10, 40, 160}) {
            double rows = of(observe(Tables.of(planted(600, 41, 0), planted(400, 42, broken), null)), "broken-share")
                    .estimate()
                    .value();
            assertThat(rows).isGreaterThan(before);
            before = rows;
        }
    }

    /** By how much persons of four rows that break together widen an interval, at least; their share of rows is 40 in 400. */
    protected double wider() {
        return 1.5;
    }

    /** Four rows a person that break together: the holdout's share is as sure as its persons, not as its rows. */
    @Test
    void rows_of_one_person_are_one_breach() {
        Table holdout = planted(400, 43, 40);
        int[] person = IntStream.range(0, 400).map(i -> i / 4).toArray();
        List<Observation> alone = observe(Tables.of(planted(600, 41, 0), planted(400, 42, 20), holdout));
        List<Observation> together = evaluation()
                .evaluate(FixedRun.of(new Tables(
                        planted(600, 41, 0),
                        planted(400, 42, 20),
                        Optional.of(holdout),
                        Optional.empty(),
                        Optional.of(person))));
        assertThat(of(together, "broken-share").yardstick().interval().width())
                .isGreaterThan(wider()
                        * of(alone, "broken-share").yardstick().interval().width());
    }

    @Test
    void where_there_is_no_rule_nothing_is_judged() {
        Table one = FixtureTables.people(600, 1).select(IntStream.range(0, 30).toArray());
        List<Observation> found = observe(Tables.of(one, one, null));
        for (Observation o : found) {
            assertThat(o.reason() == null || o.reason().code().equals("kind")).isTrue();
        }
        assertThat(of(found, "broken-share").reason()).isNotNull();
    }
}
