package io.synthaudit.benchmarks;

import io.synthaudit.core.audit.Audit;
import io.synthaudit.core.audit.AuditPlan;
import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.audit.Catalog;
import io.synthaudit.core.gate.Policy;
import io.synthaudit.core.gate.Policy.Reaction;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.core.table.Tables;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Single evaluations over tables of adult's shape, 100,000 x 15 on either side and a holdout of 25,000, on one thread: all
 * columns, pairs or triples that the evaluation looks at. {@code none} is what every audit pays: profile, codes, the holdout's test.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 2, time = 2)
@Measurement(iterations = 3, time = 2)
@Fork(1)
public class EvaluationBenchmark {

    /** What is evaluated. */
    @Param({
        "none",
        "fidelity.ks",
        "fidelity.wasserstein",
        "fidelity.energy",
        "fidelity.js",
        "fidelity.moments",
        "fidelity.decimals",
        "fidelity.pair-tvd",
        "fidelity.correlation-difference",
        "fidelity.correlation-ratio-difference",
        "fidelity.mutual-information-difference",
        "fidelity.missing-dependence",
        "fidelity.association-discoveries",
        "fidelity.spearman-difference",
        "fidelity.kendall-difference",
        "fidelity.k-marginal",
        "fidelity.triple-tvd",
        "fidelity.missing-pattern",
        "fidelity.synthpop-tables",
        "validity.functional-dependency",
        "validity.key-combinations",
        "validity.column-order"
    })
    public String id;

    private Tables tables;
    private Audit audit;

    /** Makes tables and plan. */
    @Setup
    public void plan() {
        tables = Tables.of(
                MadeUpTables.adult(100_000, 1), MadeUpTables.adult(100_000, 2), MadeUpTables.adult(25_000, 3));
        Policy policy = new Policy("benchmark", "", .95, Reaction.BLOCK, Reaction.BLOCK, Reaction.BLOCK, List.of());
        ReportProvenance provenance = new ReportProvenance(
                "benchmark", "none", "", "", true, "", "1", true, List.of(), "", List.of(), List.of());
        audit = new Audit(
                Catalog.installed(),
                new AuditPlan(policy, new RandomStreams(1), 1, List.of(id), provenance, AuditPlan.Progress.SILENT));
    }

    /**
     * One audit by one evaluation.
     *
     * @return its findings
     */
    @Benchmark
    public AuditResult evaluation() {
        return audit.run(tables);
    }
}
