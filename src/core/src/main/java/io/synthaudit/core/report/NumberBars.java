package io.synthaudit.core.report;

import io.synthaudit.core.report.Bars.Bar;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import java.util.function.DoubleFunction;

/**
 * Bars of a column of numbers. Neighbouring bins merge until each holds 11 persons of training (and 11 of the
 * holdout, where there is one), until no edge lies beyond the 1st or 99th percentile of training, and until there are few enough.
 * The outer bins are open, so the smallest and largest number never appear; edges are rounded to two significant
 * digits, dates to the month.
 */
final class NumberBars {

    private static final MathContext TWO = new MathContext(2, RoundingMode.HALF_EVEN);
    private static final double TAIL = 0.01;
    private static final long SECONDS_A_DAY = 86_400;

    private final List<Bar> bars = new ArrayList<>();

    /** {@code edges.get(i)} lies between bars i and i + 1. */
    private final List<Double> edges = new ArrayList<>();

    private final long fewestHoldout;
    private int merges;

    private NumberBars(Binned binned) {
        this.fewestHoldout = binned.hasHoldout() ? Withheld.FEWEST_ROWS : 0;
        double[] cuts = binned.bins().cuts();
        for (int bin = 0; bin <= cuts.length; bin++) {
            bars.add(binned.bar("", bin));
            if (bin < cuts.length) {
                edges.add(cuts[bin]);
            }
        }
    }

    /**
     * The merged bars.
     *
     * @param binned rows and persons per bin
     * @param dates whether the numbers are instants
     * @param most most bars
     * @param log is told how many merges disclosure control asked for
     * @return the bars with their labels; none when the column has fewer than 11 persons in all
     */
    static List<Bar> of(Binned binned, boolean dates, int most, DisclosureActions log) {
        NumberBars result = new NumberBars(binned);
        result.protect();
        log.mergedBins(result.merges);
        result.shorten(most);
        return result.bars.get(0).trainingPersons() < Withheld.FEWEST_ROWS ? List.of() : result.labelled(dates);
    }

    private void protect() {
        long present = bars.stream().mapToLong(Bar::training).sum();
        double tail = Math.max(Withheld.FEWEST_ROWS, TAIL * present);
        while (bars.size() > 1 && (bars.get(0).training() < tail || isSmall(bars.get(0)))) {
            merge(0);
        }
        while (bars.size() > 1) {
            Bar last = bars.get(bars.size() - 1);
            if (last.training() >= tail && !isSmall(last)) {
                break;
            }
            merge(bars.size() - 2);
        }
        for (int i = 1; i < bars.size() - 1; ) {
            if (isSmall(bars.get(i))) {
                boolean left = bars.get(i - 1).training() <= bars.get(i + 1).training();
                merge(left ? i - 1 : i);
                i = left ? Math.max(1, i - 1) : i;
            } else {
                i++;
            }
        }
    }

    private boolean isSmall(Bar bar) {
        return bar.trainingPersons() < Withheld.FEWEST_ROWS || bar.holdoutPersons() < fewestHoldout;
    }

    private void shorten(int most) {
        while (bars.size() > most) {
            int lightest = 0;
            for (int i = 1; i < bars.size() - 1; i++) {
                if (together(i) < together(lightest)) {
                    lightest = i;
                }
            }
            merge(lightest);
        }
    }

    private long together(int left) {
        return bars.get(left).training() + bars.get(left + 1).training();
    }

    private void merge(int left) {
        bars.set(left, bars.get(left).and(bars.remove(left + 1), ""));
        edges.remove(left);
        merges++;
    }

    private List<Bar> labelled(boolean dates) {
        DoubleFunction<String> text = dates ? NumberBars::month : NumberBars::edge;
        List<Bar> result = new ArrayList<>();
        for (int i = 0; i < bars.size(); i++) {
            Bar bar = bars.get(i);
            String from = i == 0 ? null : text.apply(edges.get(i - 1));
            String to = i == edges.size() ? null : text.apply(edges.get(i));
            result.add(bar.called(label(from, to)));
        }
        return result;
    }

    private static String label(String from, String to) {
        if (from == null) {
            return to == null ? "any value" : "up to " + to;
        }
        if (to == null) {
            return "above " + from;
        }
        return from.equals(to) ? "about " + from : from + " to " + to;
    }

    /** Two significant digits. */
    static String edge(double value) {
        BigDecimal rounded = new BigDecimal(value).round(TWO);
        if (rounded.signum() == 0) {
            return "0";
        }
        int magnitude = rounded.precision() - rounded.scale();
        BigDecimal stripped = rounded.stripTrailingZeros();
        return magnitude > 9 || magnitude < -4 ? stripped.toString() : stripped.toPlainString();
    }

    /** The month in which the instant lies. */
    static String month(double seconds) {
        double days = Math.floor(seconds / SECONDS_A_DAY);
        return YearMonth.from(LocalDate.ofEpochDay((long) days)).toString();
    }
}
