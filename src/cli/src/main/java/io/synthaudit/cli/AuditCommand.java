package io.synthaudit.cli;

import io.synthaudit.core.report.AuditReport.Audience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Spec;

/** {@code synthaudit audit}. */
@Command(
        name = "audit",
        description = "Audits a synthetic table against the real one that it was made from, and judges it.",
        sortOptions = false,
        customSynopsis = {
            "synthaudit audit --training T.csv --synthetic S.csv [--holdout H.csv]",
            "                 [--schema FILE] [--policy FILE|NAME] [OPTIONS]"
        },
        usageHelpAutoWidth = true,
        footerHeading = "%n",
        footer = {
            "Exit codes: 0 pass, 1 fail, 2 usage, 3 inconclusive or not evaluated where the",
            "policy blocks on it, 4 input rejected, 6 policy, schema or analyses invalid,",
            "70 internal error."
        })
final class AuditCommand implements Callable<Integer> {

    @Option(
            names = "--training",
            required = true,
            paramLabel = "T.csv",
            description = "The rows that the generator saw.")
    private Path training;

    @Option(names = "--synthetic", required = true, paramLabel = "S.csv", description = "The rows that it made.")
    private Path synthetic;

    @Option(
            names = "--holdout",
            paramLabel = "H.csv",
            description = "Rows of the same population that it never saw. Without it no shipped profile can pass.")
    private Path holdout;

    @Option(
            names = "--schema",
            paramLabel = "FILE",
            description = "Kinds, roles and missing tokens of the columns; guessed without it (see: schema infer).")
    private Path schema;

    @Option(
            names = "--policy",
            paramLabel = "FILE|NAME",
            description = "The gates: a file, or internal-sharing, medical-research, public-release (the default).")
    private String policy;

    @Option(
            names = "--analyses",
            paramLabel = "FILE",
            description = "Regressions, tables and survival curves that users mean to compute; done on each table and"
                    + " compared.")
    private Path analyses;

    @Option(
            names = "--target",
            paramLabel = "COL",
            description = "Column that models predict. Repeatable, like the next"
                    + " two; each replaces the role in the schema.")
    private List<String> targets = new ArrayList<>();

    @Option(
            names = "--every-target",
            description = "Predicts each column in turn from all others, too: is structure kept without a chosen task?")
    private boolean everyTarget;

    @Option(names = "--sensitive", paramLabel = "COL", description = "Column that nobody may learn.")
    private List<String> sensitive = new ArrayList<>();

    @Option(names = "--quasi-identifiers", paramLabel = "COL", description = "Column that others know of a person.")
    private List<String> quasiIdentifiers = new ArrayList<>();

    @Option(
            names = "--entity-key",
            paramLabel = "COL|FILE#COL[,FILE#COL]",
            description = "Which person owns each row: a column, or a column of a file with the rows in the same order"
                    + " (for training, then for the holdout).")
    private String entityKey;

    @Option(
            names = "--delimiter",
            paramLabel = "CHAR",
            defaultValue = ",",
            description = "What separates fields: one character, or tab. Default: comma.")
    private String delimiter;

    @Option(names = "--seed", paramLabel = "N", description = "Seed; the report then says that you chose it.")
    private Long seed;

    @Option(names = "--threads", paramLabel = "N", description = "Worker threads; changes no result. Default: all.")
    private Integer threads;

    @Option(
            names = "--only",
            paramLabel = "GLOB",
            description = "Only evaluations whose id matches. Repeatable. Such an audit can fail but not pass.")
    private List<String> only = new ArrayList<>();

    @Option(
            names = "--audience",
            paramLabel = "public|restricted",
            defaultValue = "public",
            description = "Who may read report.html and report.json; restricted lifts the rounding. Default: public.")
    private String audience;

    @Option(
            names = "--commitment-key",
            paramLabel = "FILE",
            description = "Writes commitments.json: keyed digests of the real tables.")
    private Path commitmentKey;

    @Mixin
    private CommonOptions common;

    @Mixin
    private HelpOption help;

    @Spec
    private CommandSpec spec;

    @Override
    public Integer call() {
        Request request = new Request(
                training,
                synthetic,
                holdout,
                schema,
                policy,
                analyses,
                everyTarget,
                new RoleOptions(targets, sensitive, quasiIdentifiers),
                entityKey == null ? null : PersonsOption.parse(entityKey),
                seed,
                threads == null ? Runtime.getRuntime().availableProcessors() : atLeastOne(threads),
                only,
                audience(),
                Delimiter.parse(delimiter),
                commitmentKey,
                common.out(),
                null);
        return common.run(request, spec);
    }

    private static int atLeastOne(int threads) {
        if (threads < 1) {
            throw new UsageException("--threads: expected 1 or more, found " + threads + ".");
        }
        return threads;
    }

    private Audience audience() {
        return switch (audience) {
            case "public" -> Audience.PUBLIC;
            case "restricted" -> Audience.RESTRICTED;
            default -> throw new UsageException("--audience: expected public or restricted.");
        };
    }
}
