package io.synthaudit.cli;

import io.synthaudit.cli.run.Costs;
import io.synthaudit.cli.run.RunLog;
import io.synthaudit.cli.run.Stages;
import io.synthaudit.cli.run.Terminal;
import io.synthaudit.core.analysis.Analysis;
import io.synthaudit.core.audit.Audit;
import io.synthaudit.core.audit.AuditPlan;
import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.audit.Catalog;
import io.synthaudit.core.audit.Footprint;
import io.synthaudit.core.audit.Sizes;
import io.synthaudit.core.evaluation.Description;
import io.synthaudit.core.gate.Outlooks;
import io.synthaudit.core.random.RandomStreams;
import io.synthaudit.core.report.ReportProvenance;
import io.synthaudit.core.table.Table;
import io.synthaudit.io.Digests;
import io.synthaudit.io.analyses.AnalysesYaml;
import io.synthaudit.io.analyses.DeclaredAnalyses;
import io.synthaudit.io.yaml.Nearest;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** One run of an audit, from files to a folder. Files that set the rules are read before the tables they are held to. */
final class AuditRun {

    private final Request request;
    private final PrintWriter out;
    private final Terminal terminal;
    private final Stages stages;
    private final Costs costs = new Costs();
    private final RunLog log;
    private final boolean explain;

    /**
     * @param request what is asked for
     * @param out where the verdict goes
     * @param err where progress goes
     * @param quiet whether progress is unwanted
     * @param explain whether to tell what it costs
     */
    AuditRun(Request request, PrintWriter out, PrintWriter err, boolean quiet, boolean explain) {
        this.request = request;
        this.out = out;
        this.terminal = new Terminal(err, quiet);
        this.stages = new Stages(terminal.progress());
        this.log = new RunLog(stages, costs);
        this.explain = explain;
    }

    /** Audits, writes the folder and prints the verdict. */
    int run() {
        try {
            return audit();
        } finally {
            terminal.clear();
        }
    }

    private int audit() {
        OutputFolder folder = OutputFolder.at(request.out(), request.inputs());
        Reading reading = Reading.begin(request);
        stages.begins("policy");
        Catalog installed = Catalog.installed();
        List<Description> catalog = installed.descriptions();
        Policies policy = Policies.read(request.policy(), catalog);
        checkGlobs(catalog);
        DeclaredAnalyses declared = request.analyses() == null ? null : AnalysesYaml.read(request.analyses());
        Inputs inputs = Inputs.read(request, reading, stages::begins);
        List<Analysis> analyses = declared == null ? List.of() : declared.on(inputs.schema());
        stages.begins("digests");
        Commitments commitments = Commitments.read(request);
        ReportProvenance provenance = provenance(policy, inputs, catalog);
        terminal.clear();
        Opening.print(out, request, policy, inputs, provenance);
        AuditPlan plan = new AuditPlan(
                policy.policy(),
                streams(provenance, inputs),
                request.threads(),
                request.only(),
                analyses,
                request.everyTarget(),
                provenance,
                new Listener(stages, costs));
        Footprint footprint = Footprint.of(inputs.tables(), installed.only(plan.wanted()), request.threads());
        log.expected(footprint.bytes());
        if (explain) {
            Explanation.expected(out, footprint, request.threads());
        }
        Renderers renderers = Renderers.begin(request.threads());
        AuditResult result = new Audit(installed, plan).run(inputs.tables());
        stages.begins("report");
        ReportFiles files = ReportFiles.of(result, request.audience(), request.threads(), renderers);
        commitments.addTo(files);
        noteSizes();
        files.add(ReportFiles.RUN, Json.bytes(log.tree(Main.version(), request.threads())));
        folder.write(files.bytes());
        terminal.clear();
        Closing.print(out, files.shown(), request.out());
        if (explain) {
            Explanation.costs(out, stages, costs);
        }
        return result.exitCode();
    }

    /** Hears of an audit's progress on all its threads. */
    private record Listener(Stages stages, Costs costs) implements AuditPlan.Progress {

        @Override
        public void begins(String stage) {
            stages.begins(stage);
        }

        @Override
        public void enters(String work) {
            costs.enters(work);
        }

        @Override
        public void leaves() {
            costs.leaves();
        }
    }

    private void checkGlobs(List<Description> catalog) {
        List<String> ids = catalog.stream().map(Description::id).toList();
        for (String glob : request.only()) {
            Pattern pattern = Pattern.compile(
                    Stream.of(glob.split("\\*", -1)).map(Pattern::quote).collect(Collectors.joining(".*")));
            if (ids.stream().noneMatch(id -> pattern.matcher(id).matches())) {
                String question = Nearest.question(glob, ids);
                throw new UsageException("--only: the catalogue has no \"" + glob + "\"."
                        + (question.isEmpty() ? "" : "\n  " + question) + "\n  See: synthaudit catalog");
            }
        }
    }

    private ReportProvenance provenance(Policies policy, Inputs inputs, List<Description> catalog) {
        return new ReportProvenance(
                Main.version(),
                policy.policy().id(),
                policy.digest(),
                request.schema() == null ? "" : Digests.sha256(request.schema()),
                request.schema() != null,
                request.analyses() == null ? "" : Digests.sha256(request.analyses()),
                inputs.syntheticDigest(),
                request.seed() == null ? "derived" : Long.toString(request.seed()),
                request.seed() != null,
                request.only(),
                request.canonical(),
                Warnings.of(request, inputs),
                Outlooks.of(policy.policy(), catalog, sizes(inputs)));
    }

    private static Sizes sizes(Inputs inputs) {
        return new Sizes(
                inputs.tables().training().rows(),
                inputs.tables().synthetic().rows(),
                inputs.tables().holdout().map(Table::rows).orElse(0));
    }

    /** A rerun cannot shop for a verdict, and nothing of the real rows but their number is in the seed. */
    private RandomStreams streams(ReportProvenance provenance, Inputs inputs) {
        if (request.seed() != null) {
            return new RandomStreams(request.seed());
        }
        Sizes sizes = sizes(inputs);
        return new RandomStreams(Sha256.of(
                provenance.syntheticDigest(),
                provenance.schemaDigest(),
                provenance.policyDigest(),
                Long.toString(sizes.training()),
                Long.toString(sizes.synthetic()),
                Long.toString(sizes.holdout())));
    }

    private void noteSizes() {
        noteSize("training", request.training());
        noteSize("synthetic", request.synthetic());
        if (request.holdout() != null) {
            noteSize("holdout", request.holdout());
        }
    }

    private void noteSize(String role, Path file) {
        try {
            log.input(role, Files.size(file));
        } catch (IOException gone) {
            throw new UncheckedIOException(gone);
        }
    }
}
