package io.synthaudit.core.interval;

import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * Simulated coverage of the near-copy excess: as many released as training rows, a holdout half as large. Three released rows
 * of a hundred are near a real row by chance, and a share copies random training rows. With hubs the real rows draw chance
 * neighbours by log-normal weights (sigma 2): a few rows have many, as in real tables. Labels are dealt to real rows
 * regardless of weight, so the true excess is the share of copies.
 */
class NearCopyCoverageTest {

    private static final double BY_CHANCE = 0.03;

    /** The printed rows stand in src/docs/operating-characteristics.md. */
    @Tag("slow")
    @ParameterizedTest(name = "{0} rows, excess {1}, hubs {2}")
    @CsvSource({
        "300, 0, false",
        "300, .01, false",
        "300, .05, false",
        "300, 0, true",
        "300, .01, true",
        "300, .05, true",
        "2000, 0, false",
        "2000, .01, false",
        "2000, .05, false",
        "2000, 0, true",
        "2000, .01, true",
        "2000, .05, true",
        "10000, 0, false",
        "10000, .01, false",
        "10000, .05, false",
        "10000, 0, true",
        "10000, .01, true",
        "10000, .05, true"
    })
    void bounds_cover_at_their_level(int rows, double copied, boolean hubs) {
        Draws draws = new Draws(97);
        int repetitions = 4000;
        double[] deff = new double[1];
        Coverage seen = Coverage.of(repetitions, copied, i -> {
            double[] owned = owned(rows, copied, hubs, draws);
            double toTraining = Arrays.stream(owned, 0, rows).sum();
            double toHoldout = Arrays.stream(owned, rows, owned.length).sum();
            double effect = DesignEffect.ofHubs(owned);
            deff[0] += effect / repetitions;
            return NearCopy.excess(toTraining, toHoldout, rows, rows, rows / 2, effect, 0.95)
                    .interval();
        });
        System.out.println(String.format(
                Locale.ROOT,
                "| %d | %.2f | %s | %.2f | %.3f | %.3f | %.4f |",
                rows,
                copied,
                hubs ? "yes" : "no",
                deff[0],
                seen.lower(),
                seen.upper(),
                seen.width()));
        seen.holdsAt(0.94, repetitions);
    }

    /** Near released rows per real row, training rows first. */
    private static double[] owned(int rows, double copied, boolean hubs, Draws draws) {
        int real = rows + rows / 2;
        double[] upTo = new double[real];
        double total = 0;
        for (int i = 0; i < real; i++) {
            total += hubs ? StrictMath.exp(2 * draws.gaussian()) : 1;
            upTo[i] = total;
        }
        double[] owned = new double[real];
        for (int released = 0; released < rows; released++) {
            double u = draws.uniform();
            if (u < copied) {
                owned[draws.below(rows)]++;
            } else if (u < copied + BY_CHANCE) {
                int at = Arrays.binarySearch(upTo, draws.uniform() * total);
                owned[at < 0 ? -at - 1 : at]++;
            }
        }
        return owned;
    }
}
