package io.synthaudit.io.analyses;

import io.synthaudit.core.analysis.Analysis;
import io.synthaudit.core.table.Schema;
import java.util.List;

/** The analyses of a file, not yet held against the columns of a table. */
public final class DeclaredAnalyses {

    private final List<AnalysesYaml.Entry> entries;

    DeclaredAnalyses(List<AnalysesYaml.Entry> entries) {
        this.entries = List.copyOf(entries);
    }

    /**
     * The analyses, once it is known that the columns exist and are of kinds that they can be done on.
     *
     * @throws io.synthaudit.io.FormatException at the first column that does not exist or does not fit
     */
    public List<Analysis> on(Schema schema) {
        AnalysesCheck check = new AnalysesCheck(schema);
        entries.forEach(check::check);
        return entries.stream().map(AnalysesYaml.Entry::analysis).toList();
    }
}
