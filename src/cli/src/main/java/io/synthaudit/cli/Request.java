package io.synthaudit.cli;

import io.synthaudit.core.report.AuditReport.Audience;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * What an audit was asked for.
 *
 * @param training training table
 * @param synthetic synthetic table
 * @param holdout holdout, or null
 * @param schema schema file, or null to infer one
 * @param policy file or profile, or null for the default profile
 * @param analyses file of declared analyses, or null
 * @param everyTarget whether each column is predicted in turn
 * @param roles roles given on the command line
 * @param persons where the persons stand, or null
 * @param seed the seed, or null to derive it
 * @param threads worker threads
 * @param only globs over evaluation ids
 * @param audience who may read the report
 * @param delimiter what separates the fields of all tables
 * @param commitmentKey key file, or null
 * @param out folder of the report
 * @param command the canonical command that repeats the run; null to make it from the options
 */
record Request(
        Path training,
        Path synthetic,
        Path holdout,
        Path schema,
        String policy,
        Path analyses,
        boolean everyTarget,
        RoleOptions roles,
        PersonsOption persons,
        Long seed,
        int threads,
        List<String> only,
        Audience audience,
        char delimiter,
        Path commitmentKey,
        Path out,
        String command) {

    Request {
        only = List.copyOf(only);
    }

    /** Every file that the run reads. */
    List<Path> inputs() {
        List<Path> files = new ArrayList<>(List.of(training, synthetic));
        if (holdout != null) {
            files.add(holdout);
        }
        if (schema != null) {
            files.add(schema);
        }
        if (analyses != null) {
            files.add(analyses);
        }
        if (commitmentKey != null) {
            files.add(commitmentKey);
        }
        if (persons != null) {
            files.addAll(persons.files());
        }
        return files;
    }

    /** The command that repeats the run, with placeholders for files and nothing that changes no result. */
    String canonical() {
        if (command != null) {
            return command;
        }
        StringBuilder text = new StringBuilder("synthaudit audit --training <TRAINING> --synthetic <SYNTHETIC>");
        text.append(holdout == null ? "" : " --holdout <HOLDOUT>");
        text.append(schema == null ? "" : " --schema <SCHEMA>");
        text.append(policy == null ? "" : " --policy " + (Policies.isProfile(policy) ? policy : "<POLICY>"));
        text.append(analyses == null ? "" : " --analyses <ANALYSES>");
        roles.targets().forEach(name -> text.append(" --target ").append(quoted(name)));
        roles.sensitive().forEach(name -> text.append(" --sensitive ").append(quoted(name)));
        roles.quasiIdentifiers()
                .forEach(name -> text.append(" --quasi-identifiers ").append(quoted(name)));
        text.append(everyTarget ? " --every-target" : "");
        text.append(persons == null ? "" : " --entity-key " + persons.canonical());
        text.append(delimiter == ',' ? "" : " --delimiter " + (delimiter == '\t' ? "tab" : quoted("" + delimiter)));
        text.append(seed == null ? "" : " --seed " + seed);
        only.forEach(glob -> text.append(" --only ").append(quoted(glob)));
        text.append(audience == Audience.PUBLIC ? "" : " --audience restricted");
        return text.append(" --out <DIR>").toString();
    }

    /** The text as a word of a shell. */
    static String quoted(String word) {
        return word.matches("[A-Za-z0-9_.,:/+-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
