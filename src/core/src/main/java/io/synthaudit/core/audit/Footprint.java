package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.evaluation.PairMetric;
import io.synthaudit.core.evaluation.TableEvaluation;
import io.synthaudit.core.table.CodeColumn;
import io.synthaudit.core.table.Column;
import io.synthaudit.core.table.Dictionary;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Table;
import io.synthaudit.core.table.Tables;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Set;

/**
 * The memory that an audit is expected to take, in bytes of heap, known once the tables are read. Machine code and stacks of
 * the Java machine come on top, about 150 MB.
 *
 * @param reading the tables as texts, while they are read: 4 bytes a cell and the distinct cells
 * @param tables the tables themselves: 8 bytes a number, 4 bytes a code, and the levels' names
 * @param codes each cell's bin, 4 bytes, 8 where a column has more than 256 levels; ranks of numbers, 4 bytes each and 8 a
 *     distinct one; and the samples of equal size
 * @param counting per worker the largest table of cells with its resamples
 * @param evaluation what the hungriest evaluation of whole tables takes for itself
 * @param findings the findings that are held until they are judged
 * @param report the report and its files, while they are made
 */
public record Footprint(
        long reading, long tables, long codes, long counting, long evaluation, long findings, long report) {

    /** What the Java machine and its libraries hold by themselves. */
    private static final long BASE = 20L << 20;

    /** Of a finding with its subject, value, yardstick, matched value, excess and their intervals. */
    private static final long FINDING = 560;

    /** Of a finding in the report, with sentence, and in the files made of it. */
    private static final long REPORTED = 6_000;

    private static final long NUMBER = 8;
    private static final long CODE = 4;
    private static final long LEVEL = 120;

    /** A distinct number as text, with its place in the table that finds it. */
    private static final long TEXT = 110;

    private static final int FEW_LEVELS = 256;
    private static final long MOST_CELLS = 65_536;

    /** Training, synthetic, holdout, two times five samples, and two resamples of these. */
    private static final long STATES = 3 + 2 * Draws.SAMPLES + 4;

    /** Resamples that a worker keeps for the metrics of one target. */
    private static final long RESAMPLES = 12L << 20;

    private static final long MOST_CROWD = 2L * Crowd.WORST + Crowd.QUANTILES.length;

    /**
     * The expectation.
     *
     * @param read the tables, read
     * @param catalog the evaluations asked for
     * @param threads worker threads
     */
    public static Footprint of(Tables read, Catalog catalog, int threads) {
        List<Table> all = new ArrayList<>(List.of(read.training(), read.synthetic()));
        read.holdout().ifPresent(all::add);
        long tables = 0;
        long codes = 0;
        long reading = 0;
        long distinct = 0;
        Set<Dictionary> dictionaries = Collections.newSetFromMap(new IdentityHashMap<>());
        for (Table table : all) {
            for (Column column : table.columns()) {
                long rows = table.rows();
                boolean many = false;
                if (column instanceof CodeColumn levels) {
                    many = levels.dictionary().size() > FEW_LEVELS;
                    tables += rows * CODE;
                    if (dictionaries.add(levels.dictionary())) {
                        tables += levels.dictionary().size() * LEVEL;
                    }
                } else {
                    int numbers = ((NumberColumn) column).ranks().size();
                    tables += rows * NUMBER;
                    codes += rows * CODE + numbers * NUMBER;
                    distinct += numbers;
                }
                reading += rows * CODE;
                codes += rows * (many ? 2 * CODE : CODE);
            }
        }
        long sampled = Math.min(
                read.synthetic().rows(), read.holdout().map(Table::rows).orElse(0));
        codes += 2L * Draws.SAMPLES * sampled * CODE;
        long largest = largestTable(read);
        long counting = threads * (largest * NUMBER * STATES + RESAMPLES);
        long evaluation = 0;
        for (TableEvaluation one : catalog.evaluations()) {
            evaluation = Math.max(evaluation, one.heap(read, threads));
        }
        return findings(
                read, catalog, new Footprint(reading + distinct * TEXT, tables, codes, counting, evaluation, 0, 0));
    }

    private static Footprint findings(Tables read, Catalog catalog, Footprint rest) {
        long columns = read.schema().size();
        long content = read.schema().content().length;
        long pairs = content * (content - 1) / 2;
        long held = 0;
        long shown = 0;
        for (var metric : catalog.metrics()) {
            Description description = metric.description();
            long measures = description.measures().size();
            if (metric instanceof ColumnMetric<?>) {
                held += columns * measures;
                shown += columns * measures;
            } else if (metric instanceof PairMetric<?>) {
                // A measure that a gate names is held whole; the primary one is what gates name.
                held += pairs <= FindingBudget.ALL ? pairs * measures : pairs + (measures - 1) * FindingBudget.ALL;
                shown += measures * (pairs <= FindingBudget.ALL ? pairs : MOST_CROWD);
            }
        }
        return new Footprint(
                rest.reading,
                rest.tables,
                rest.codes,
                rest.counting,
                rest.evaluation,
                held * FINDING,
                shown * REPORTED);
    }

    /** Cells of the largest pair of columns, as far as tables of cells are dense. */
    private static long largestTable(Tables read) {
        long first = 1;
        long second = 1;
        for (int c : read.schema().content()) {
            long levels = read.training().column(c) instanceof CodeColumn column
                    ? Math.min(FEW_LEVELS, column.dictionary().size() + 2L)
                    : 22;
            if (levels > first) {
                second = first;
                first = levels;
            } else {
                second = Math.max(second, levels);
            }
        }
        return Math.min(MOST_CELLS, first * second);
    }

    /**
     * Two fifths more than the largest that is alive at once, for a collector needs room to move things: reading ends before
     * anything is coded, counting before evaluations of whole tables, these before the report.
     */
    public long bytes() {
        long after = codes + findings + Math.max(Math.max(counting, evaluation), report);
        return (BASE + tables + Math.max(reading, after)) / 5 * 7;
    }
}
