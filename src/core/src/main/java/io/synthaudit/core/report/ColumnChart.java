package io.synthaudit.core.report;

import io.synthaudit.core.report.AuditReport.Line;
import io.synthaudit.core.report.AuditReport.Series;
import io.synthaudit.core.report.Bars.Bar;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Makes the bar chart of a column: shares of rows per bin in each table, missing and unseen last. */
final class ColumnChart {

    static final String MISSING = "missing";
    static final String UNSEEN = "unseen";

    private final Rounding rounding;
    private final DisclosureActions log;

    ColumnChart(Rounding rounding, DisclosureActions log) {
        this.rounding = rounding;
        this.log = log;
    }

    /** The chart of one content column; empty when fewer than 11 persons of training have a value. */
    Optional<Series> of(Column column, Binned binned) {
        Bar missing = binned.bar(MISSING, binned.bins().missing());
        Bar unseen = binned.bar(UNSEEN, binned.bins().unseen());
        boolean fewMissing = missing.training() > 0 && missing.trainingPersons() < Withheld.FEWEST_ROWS;
        List<Bar> extra = new ArrayList<>();
        if (!fewMissing && isAnywhere(missing)) {
            extra.add(missing);
        }
        if (isAnywhere(unseen)) {
            extra.add(unseen);
        }
        int most = Bars.MOST - extra.size();
        Field field = column.field();
        List<Bar> bars = new ArrayList<>(
                column instanceof CodeColumn levels
                        ? LevelBars.of(levels, binned, most, log)
                        : NumberBars.of(binned, field.kind() == Kind.DATETIME, most, log));
        if (bars.isEmpty()) {
            log.chartLeftOut();
            return Optional.empty();
        }
        if (fewMissing) {
            log.missingHidden();
        }
        bars.addAll(extra);
        List<Line> lines = new ArrayList<>();
        lines.add(line("training", bars, Bar::training, new boolean[bars.size()]));
        lines.add(line("synthetic", bars, Bar::synthetic, new boolean[bars.size()]));
        if (binned.hasHoldout()) {
            Line holdout = line("holdout", bars, Bar::holdout, hidden(bars));
            if (holdout.y().stream().anyMatch(y -> !y.isNaN())) {
                lines.add(holdout);
            }
        }
        return Optional.of(new Series("series:histogram@" + field.name(), "HISTOGRAM", Bars.axis(bars), lines));
    }

    private static boolean isAnywhere(Bar bar) {
        return bar.training() + bar.synthetic() + bar.holdout() > 0;
    }

    private Line line(String name, List<Bar> bars, ToLongFunction<Bar> rows, boolean[] hidden) {
        long total = bars.stream().mapToLong(rows).sum();
        List<Double> y = new ArrayList<>();
        for (int i = 0; i < hidden.length; i++) {
            boolean none = hidden[i] || total == 0;
            y.add(none ? Double.NaN : rounding.share((double) rows.applyAsLong(bars.get(i)) / total));
        }
        return new Line(name, List.copyOf(y));
    }

    /**
     * The holdout's cells of 1 to 10 persons; one alone would be the rest of all others, so the next smallest goes with
     * it.
     */
    private boolean[] hidden(List<Bar> bars) {
        boolean[] hidden = new boolean[bars.size()];
        int count = 0;
        int smallest = -1;
        for (int i = 0; i < hidden.length; i++) {
            long n = bars.get(i).holdoutPersons();
            hidden[i] = n > 0 && n < Withheld.FEWEST_ROWS;
            if (hidden[i]) {
                count++;
            } else if (n > 0 && (smallest < 0 || n < bars.get(smallest).holdoutPersons())) {
                smallest = i;
            }
        }
        if (count == 1 && smallest >= 0) {
            hidden[smallest] = true;
            count++;
        }
        log.hiddenCells(count);
        return hidden;
    }
}
