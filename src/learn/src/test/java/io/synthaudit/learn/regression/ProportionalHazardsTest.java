package io.synthaudit.learn.regression;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import io.synthaudit.core.analysis.Formula;
import io.synthaudit.core.analysis.Term;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.learn.regression.Fit.State;
import io.synthaudit.testkit.RealTables;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ProportionalHazardsTest {

    private static Fit fit(Table table, String time, String flag, int event, String... columns) {
        int t = table.schema().indexOf(time).orElseThrow();
        int f = table.schema().indexOf(flag).orElseThrow();
        Formula formula = new Formula(
                time, Stream.of(columns).map(c -> new Term(List.of(c))).toList());
        ModelMatrix x = ModelTerms.of(table, formula, t, f).matrix(table, t, f);
        double[] times = new double[x.rows().length];
        boolean[] events = new boolean[times.length];
        for (int i = 0; i < times.length; i++) {
            times[i] = ((NumberColumn) table.column(t)).values()[x.rows()[i]];
            events[i] = ((CodeColumn) table.column(f)).codes()[x.rows()[i]] == event;
        }
        return ProportionalHazards.fit(x, times, events);
    }

    /**
     * R 4.2.2, survival 3.5-3: {@code b <- read.csv("data/breast_cancer_seer/real.csv", stringsAsFactors = TRUE); b$Grade <-
     * factor(b$Grade); coxph(Surv(Survival.Months, Status == "Dead") ~ Age + Race + Tumor.Size + Grade, b, ties = "efron", control =
     * coxph.control(eps = 1e-14, iter.max = 50))}; by default R stops before the last level of Grade has settled to 1e-7.
     */
    @Test
    void hazards_equal_r() {
        Fit fit = fit(
                RealTables.load("breast_cancer_seer", "cart").training(),
                "Survival Months",
                "Status",
                1,
                "Age",
                "Race",
                "Tumor Size",
                "Grade");
        double[] values = {
            0.0212869537389,
            -0.865163506481,
            -0.68670562975,
            0.0126328455455,
            0.726394386158,
            1.30615726408,
            1.87576448264
        };
        double[] errors = {
            0.00571248548424,
            0.254443707252,
            0.148673436361,
            0.00183734377943,
            0.224579831797,
            0.228118797364,
            0.463191240999
        };
        assertThat(fit.estimates().state()[0]).isEqualTo(State.ALIASED);
        for (int j = 0; j < values.length; j++) {
            assertThat(fit.estimates().value()[j + 1]).as("value %d", j).isCloseTo(values[j], within(1e-9));
            assertThat(fit.estimates().error()[j + 1]).as("error %d", j).isCloseTo(errors[j], within(1e-9));
        }
    }

    @Test
    void a_level_to_which_the_event_never_happens_is_infinite() {
        Dictionary levels = new Dictionary(new String[] {"a", "b"}, 2);
        Table table = Vectors.table(
                80,
                Vectors.number("t", i -> 1 + 7 * i % 40),
                Vectors.codes("e", levels, i -> i % 4 == 0 ? 1 : 0),
                Vectors.codes("g", levels, i -> i % 2),
                Vectors.number("x", i -> 11 * i % 23));
        Fit fit = fit(table, "t", "e", 1, "g", "x");
        assertThat(fit.estimates().state()[1]).isEqualTo(State.INFINITE);
        assertThat(fit.estimates().state()[2]).isEqualTo(State.ESTIMATED);
        assertThat(fit(table, "t", "e", 5, "g", "x").reason().code()).isEqualTo("too-few");
    }
}
