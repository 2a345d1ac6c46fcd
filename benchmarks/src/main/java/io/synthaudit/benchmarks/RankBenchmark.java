package io.synthaudit.benchmarks;

import io.synthaudit.core.evaluation.Comparison;
import io.synthaudit.core.evaluation.Measured;
import io.synthaudit.core.profile.Profile;
import io.synthaudit.core.statistic.CodedTable;
import io.synthaudit.core.statistic.Distinct;
import io.synthaudit.core.statistic.SortedCounts;
import io.synthaudit.core.table.NumberColumn;
import io.synthaudit.core.table.Ranks;
import io.synthaudit.core.table.Table;
import io.synthaudit.metrics.fidelity.KolmogorovSmirnovDistance;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/** The exact Kolmogorov-Smirnov distance of two columns of 1,000,000 distinct numbers each, on one thread. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 1)
@Measurement(iterations = 3, time = 1)
@Fork(1)
public class RankBenchmark {

    private final KolmogorovSmirnovDistance distance = new KolmogorovSmirnovDistance();
    private Profile profile;
    private CodedTable reference;
    private CodedTable candidate;
    private Distinct distinct;
    private SortedCounts sortedReference;
    private SortedCounts sortedCandidate;

    /** Makes the columns. */
    @Setup
    public void columns() {
        Table training = MadeUpTables.numbers(1_000_000, 1, 6);
        profile = Profile.of(training);
        reference = new CodedTable(training, profile);
        candidate = new CodedTable(MadeUpTables.numbers(1_000_000, 1, 7), profile);
        distinct = new Distinct(training.schema().field(0));
        sortedReference = sort(reference);
        sortedCandidate = sort(candidate);
    }

    private SortedCounts sort(CodedTable table) {
        SortedCounts counts = table.observe(distinct, profile, null);
        counts.values();
        return counts;
    }

    /**
     * Ranking one column, once per table of an audit.
     *
     * @return the ranks
     */
    @Benchmark
    public Ranks ranking() {
        NumberColumn column = (NumberColumn) candidate.table().column(0);
        return new NumberColumn(column.field(), column.values(), 0).ranks();
    }

    /**
     * Counting the distinct numbers of a ranked column.
     *
     * @return the sorted numbers with their counts
     */
    @Benchmark
    public SortedCounts counting() {
        return sort(candidate);
    }

    /**
     * The distance of two sorted columns.
     *
     * @return the distance
     */
    @Benchmark
    public List<Measured> distance() {
        return distance.compare(sortedReference, sortedCandidate, new Comparison(.95, 1, 1, profile.column(0)));
    }
}
