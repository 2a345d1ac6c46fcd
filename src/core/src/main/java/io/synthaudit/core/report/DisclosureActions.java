package io.synthaudit.core.report;

import java.util.ArrayList;
import java.util.List;

/** Counts what disclosure control did, and says it without any value. */
final class DisclosureActions {

    private int mergedBins;
    private int pooledLevels;
    private int hiddenCells;
    private int chartsLeftOut;
    private int missingHidden;
    private final List<String> others = new ArrayList<>();

    void mergedBins(int n) {
        mergedBins += n;
    }

    void pooledLevels(int n) {
        pooledLevels += n;
    }

    void hiddenCells(int n) {
        hiddenCells += n;
    }

    void chartLeftOut() {
        chartsLeftOut++;
    }

    void missingHidden() {
        missingHidden++;
    }

    /** A sentence of its own; dropped when n is 0. */
    void add(long n, String one, String many) {
        if (n > 0) {
            others.add(n == 1 ? one : Words.count(n) + many);
        }
    }

    /** All that was done, as sentences. */
    List<String> sentences() {
        List<String> first = new ArrayList<>();
        DisclosureActions all = new DisclosureActions();
        all.add(
                pooledLevels,
                "1 category was pooled into \"other\" in a chart.",
                " categories were pooled into \"other\" in charts.");
        all.add(mergedBins, "1 bin was merged with its neighbour.", " bins were merged with a neighbour.");
        all.add(
                hiddenCells,
                "1 share of the holdout is left out of a chart.",
                " shares of the holdout are left out of charts.");
        all.add(
                missingHidden,
                "1 column's few missing cells are left out of its chart; its shares are of rows with a value.",
                " columns' few missing cells are left out of their charts; their shares are of rows with a value.");
        all.add(
                chartsLeftOut,
                "1 column has no chart: too few training rows have a value.",
                " columns have no chart: too few training rows have a value.");
        first.addAll(all.others);
        first.addAll(others);
        return List.copyOf(first);
    }
}
