package io.synthaudit.core.evaluation;

import java.util.List;

/**
 * What an evaluation is: all that the catalogue, the plan, the gates and the report know of it.
 *
 * @param id stable id, {@code family-prefix.name}
 * @param version raised whenever a number changes its meaning
 * @param title a few words
 * @param question what is asked, as a sentence that ends in a question mark
 * @param definition the formula or procedure, in words or TeX
 * @param misleads where the number misleads
 * @param scope what its intervals speak of
 * @param needs what must be given: {@code holdout}, {@code target}, {@code entity-key}, {@code analyses}; may be empty
 * @param measures the numbers, the primary one first
 * @param references papers, as DOI or URL with a short name
 * @param rankedBy id of the measure by which a report ranks targets, the worst first, with all measures of a target side by
 *     side; null when a report tells each measure by itself
 */
public record Description(
        String id,
        String version,
        String title,
        String question,
        String definition,
        String misleads,
        Scope scope,
        List<String> needs,
        List<Measure> measures,
        List<String> references,
        String rankedBy) {

    public Description {
        needs = List.copyOf(needs);
        measures = List.copyOf(measures);
        references = List.copyOf(references);
        if (measures.isEmpty()) {
            throw new IllegalArgumentException(id + ": an evaluation gives at least one measure");
        }
        if (rankedBy != null && measures.stream().noneMatch(m -> m.id().equals(rankedBy))) {
            throw new IllegalArgumentException(id + " has no measure " + rankedBy);
        }
    }

    /** An evaluation each of whose measures is told by itself. */
    public Description(
            String id,
            String version,
            String title,
            String question,
            String definition,
            String misleads,
            Scope scope,
            List<String> needs,
            List<Measure> measures,
            List<String> references) {
        this(id, version, title, question, definition, misleads, scope, needs, measures, references, null);
    }

    /** The same, its targets ranked by one of its measures. */
    public Description rankedBy(Measure measure) {
        return new Description(
                id, version, title, question, definition, misleads, scope, needs, measures, references, measure.id());
    }

    /** {@code privacy} (attack and similarity ids), {@code fidelity}, {@code utility} or {@code validity}. */
    public String family() {
        return familyOf(id);
    }

    /** The family of the evaluation of that id. */
    public static String familyOf(String evaluation) {
        String prefix = evaluation.substring(0, evaluation.indexOf('.'));
        return prefix.equals("attack") || prefix.equals("similarity") ? "privacy" : prefix;
    }

    public Measure primary() {
        return measures.get(0);
    }

    /** The measure of that id. */
    public Measure measure(String measureId) {
        return measures.stream()
                .filter(m -> m.id().equals(measureId))
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException(id + " has no measure " + measureId));
    }

    public boolean needsHoldout() {
        return needs.contains("holdout");
    }
}
