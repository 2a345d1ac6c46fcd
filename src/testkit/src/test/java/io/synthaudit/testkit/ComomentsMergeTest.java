package io.synthaudit.testkit;

import io.synthaudit.core.statistic.Comoments;
import io.synthaudit.core.statistic.MomentSums;
import io.synthaudit.core.statistic.Statistic;

final class ComomentsMergeTest extends MergeLawContract<MomentSums> {

    @Override
    protected Statistic<MomentSums> statistic() {
        return new Comoments(FixtureTables.SCHEMA.field(0), FixtureTables.SCHEMA.field(1));
    }

    @Override
    protected double[] numbers(MomentSums state) {
        double[] all = new double[16];
        int next = 0;
        for (int p = 0; p <= 4; p++) {
            for (int q = 0; p + q <= 4; q++) {
                all[next++] = state.sum(p, q);
            }
        }
        all[next] = state.complete();
        return all;
    }

    /** Sums of reals depend on where blocks begin, in the last bits. */
    @Override
    protected double tolerance() {
        return 1e-12;
    }
}
