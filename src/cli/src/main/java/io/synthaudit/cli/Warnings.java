package io.synthaudit.cli;

import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Quoted;
import io.synthaudit.core.table.Role;
import io.synthaudit.io.policy.Profiles;
import java.util.ArrayList;
import java.util.List;

/** What the first page of a report says before anything else. */
final class Warnings {

    static final String NO_HOLDOUT = "No holdout was given, so nothing tells what the generator learned from what it"
            + " copied: attacks and similarity were not measured, and no shipped profile can pass. A holdout cannot be"
            + " made afterwards: set rows aside before the generator is trained.";

    static final String GUESSED = "Roles and kinds were guessed; review schema.yaml (synthaudit schema infer).";

    static final String DEFAULT_POLICY =
            "No policy was named: judged by the default profile, " + Profiles.DEFAULT + ".";

    /** What nobody attacked may be copied freely, so the reader must know. */
    static final String LEFT_OUT = "Left out of distances, models and attacks as text or ids: ";

    /** A number has no values to group by. */
    static final String UNGROUPED =
            "Not measured by subgroup, because numbers make no groups (add a column of bands, of kind ordinal): ";

    private Warnings() {}

    static List<String> of(Request request, Inputs inputs) {
        List<String> warnings = new ArrayList<>();
        if (request.holdout() == null) {
            warnings.add(NO_HOLDOUT);
        }
        if (!inputs.suspects().isEmpty()) {
            boolean one = inputs.suspects().size() == 1;
            warnings.add((one ? "The column " : "The columns ") + Quoted.names(inputs.suspects())
                    + (one ? " seems to name persons" : " seem to name persons")
                    + ", but no entity key is declared. If several rows belong to one person, every interval here is too"
                    + " narrow: declare it with --entity-key.");
        }
        if (!inputs.schema().declared()) {
            warnings.add(GUESSED);
        }
        List<String> leftOut = inputs.schema().fields().stream()
                .filter(field -> !field.isContent())
                .map(Field::name)
                .toList();
        if (!leftOut.isEmpty()) {
            warnings.add(LEFT_OUT + Quoted.names(leftOut) + ".");
        }
        List<String> ungrouped = inputs.schema().fields().stream()
                .filter(field -> field.has(Role.SUBGROUP) && field.kind().isNumber())
                .map(Field::name)
                .toList();
        if (!ungrouped.isEmpty()) {
            warnings.add(UNGROUPED + Quoted.names(ungrouped) + ".");
        }
        if (request.policy() == null) {
            warnings.add(DEFAULT_POLICY);
        }
        if (request.seed() != null) {
            warnings.add("Seed chosen by the user: " + request.seed() + ".");
        }
        if (!request.only().isEmpty()) {
            warnings.add("Only some evaluations were asked for: a partial audit passes nothing.");
        }
        return warnings;
    }
}
