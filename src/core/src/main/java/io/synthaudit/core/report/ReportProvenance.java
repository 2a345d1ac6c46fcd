package io.synthaudit.core.report;

import java.util.List;

/**
 * With what a report was made. Nothing here varies between equal runs.
 *
 * @param tool tool name and version
 * @param policy policy id
 * @param policyDigest SHA-256 of the policy file
 * @param schemaDigest SHA-256 of the schema file; empty when the schema was inferred
 * @param schemaDeclared whether a schema was given; false: roles and kinds were guessed and want review
 * @param analysesDigest SHA-256 of the file of declared analyses; empty when none was given
 * @param syntheticDigest SHA-256 of the synthetic file
 * @param seed the seed in decimal, or {@code derived} when it was made from digests and row counts
 * @param seedChosen whether the user chose the seed
 * @param only evaluations that were asked for by {@code --only}; empty for all
 * @param command canonical command to repeat the run, with placeholders for the files
 * @param warnings what a reader must know first: guessed roles, undeclared persons, default policy
 * @param attainability per gate whether it can pass at these sizes, in policy order
 */
public record ReportProvenance(
        String tool,
        String policy,
        String policyDigest,
        String schemaDigest,
        boolean schemaDeclared,
        String analysesDigest,
        String syntheticDigest,
        String seed,
        boolean seedChosen,
        List<String> only,
        String command,
        List<String> warnings,
        List<GateOutlook> attainability) {

    public ReportProvenance {
        only = List.copyOf(only);
        warnings = List.copyOf(warnings);
        attainability = List.copyOf(attainability);
    }

    /** Without declared analyses. */
    public ReportProvenance(
            String tool,
            String policy,
            String policyDigest,
            String schemaDigest,
            boolean schemaDeclared,
            String syntheticDigest,
            String seed,
            boolean seedChosen,
            List<String> only,
            String command,
            List<String> warnings,
            List<GateOutlook> attainability) {
        this(
                tool,
                policy,
                policyDigest,
                schemaDigest,
                schemaDeclared,
                "",
                syntheticDigest,
                seed,
                seedChosen,
                only,
                command,
                warnings,
                attainability);
    }

    /**
     * Whether a gate can pass at the given sizes.
     *
     * @param gate gate id
     * @param canPass whether a perfect table could pass
     * @param text what would be needed, or why it can
     */
    public record GateOutlook(String gate, boolean canPass, String text) {}
}
