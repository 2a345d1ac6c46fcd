package io.synthaudit.reports;

import io.synthaudit.core.report.AuditReport.CatalogEntry;
import io.synthaudit.core.report.AuditReport.CatalogMeasure;
import java.util.List;

/** Catalogue of the sample report. */
final class SampleCatalog {

    private SampleCatalog() {}

    static List<CatalogEntry> entries() {
        return List.of(
                entry(
                        "attack.inference",
                        "Attribute inference by neighbours",
                        "privacy",
                        List.of("holdout"),
                        measure("excess", "ZERO")),
                entry(
                        "attack.membership.distance",
                        "Membership by distance",
                        "privacy",
                        List.of("holdout"),
                        measure("auc", "LOWER"),
                        measure("tpr-at-fpr-0.01", "LOWER")),
                entry(
                        "fidelity.ks",
                        "Kolmogorov-Smirnov distance",
                        "fidelity",
                        List.of(),
                        measure("distance", "LOWER")),
                entry(
                        "fidelity.pair-tvd",
                        "Total variation of pairs",
                        "fidelity",
                        List.of(),
                        measure("distance", "LOWER")),
                entry(
                        "fidelity.tvd",
                        "Total variation of columns",
                        "fidelity",
                        List.of(),
                        measure("distance", "LOWER")),
                entry(
                        "similarity.dcr",
                        "Distance to the closest record",
                        "privacy",
                        List.of(),
                        measure("median-training", "NONE"),
                        measure("median-holdout", "NONE")),
                entry(
                        "similarity.exact-match",
                        "Exact copies",
                        "privacy",
                        List.of("holdout"),
                        measure("excess", "LOWER")),
                entry(
                        "similarity.near-copy-excess",
                        "Near copies",
                        "privacy",
                        List.of("holdout"),
                        measure("excess", "LOWER"),
                        measure("exposed-persons", "LOWER")),
                entry(
                        "similarity.nearest-share-excess",
                        "Nearest share",
                        "privacy",
                        List.of("holdout"),
                        measure("phi", "LOWER")),
                entry(
                        "utility.trtr",
                        "Train on real, test on real",
                        "utility",
                        List.of("holdout", "target"),
                        measure("auc", "HIGHER")),
                ranked(
                        "error-difference",
                        entry(
                                "utility.fairness",
                                "Fairness to subgroups",
                                "utility",
                                List.of("holdout", "target"),
                                measure("error-difference", "LOWER"),
                                measure("error", "LOWER"),
                                measure("tpr-gap-difference", "ZERO"))),
                entry(
                        "utility.tstr",
                        "Train on synthetic, test on real",
                        "utility",
                        List.of("holdout", "target"),
                        measure("auc", "HIGHER"),
                        measure("auc-difference", "HIGHER")),
                entry(
                        "validity.category-adherence",
                        "Known categories",
                        "validity",
                        List.of(),
                        measure("share", "HIGHER")),
                entry(
                        "validity.holdout-fitness",
                        "Fitness of the holdout",
                        "validity",
                        List.of("holdout"),
                        measure("fit", "NONE")),
                entry(
                        "validity.missing-rate-difference",
                        "Missing cells",
                        "validity",
                        List.of(),
                        measure("difference", "ZERO")));
    }

    private static CatalogEntry entry(
            String id, String title, String family, List<String> needs, CatalogMeasure... measures) {
        return new CatalogEntry(
                id,
                "1",
                title,
                "With \\(p\\) and \\(q\\) the shares per bin, \\[ d = \\tfrac12 \\sum_i |p_i - q_i| . \\] Misleads where"
                        + " bins are few: what happens inside a bin is not seen.",
                family,
                needs,
                List.of(measures),
                List.of(
                        "Newcombe (1998), https://doi.org/10.1002/(SICI)1097-0258(19980430)17:8<873::AID-SIM779>3.0.CO;2-I"),
                null);
    }

    private static CatalogEntry ranked(String measure, CatalogEntry e) {
        return new CatalogEntry(
                e.evaluation(),
                e.version(),
                e.title(),
                e.definition(),
                e.family(),
                e.needs(),
                e.measures(),
                e.references(),
                measure);
    }

    private static CatalogMeasure measure(String id, String direction) {
        return new CatalogMeasure(id, "1", "[0, 1]", direction, id.replace('-', ' '));
    }
}
