package io.synthaudit.cli;

import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.audit.Workers;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.report.Disclosure;
import io.synthaudit.core.report.Renderer;
import io.synthaudit.io.report.ReportJson;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** The files of a report, each made from what disclosure control lets through. */
final class ReportFiles {

    static final String JSON = "report.json";

    static final String RUN = "run.json";

    private final AuditReport shown;
    private final Map<String, byte[]> bytes = new TreeMap<>();

    private ReportFiles(AuditReport shown) {
        this.shown = shown;
    }

    /**
     * Renders every file.
     *
     * @param result what the audit found
     * @param audience who may read the report; some files are always made for the public
     * @param threads files are made side by side on so many
     * @param ready what makes all of them but one
     */
    static ReportFiles of(AuditResult result, Audience audience, int threads, Renderers ready) {
        AuditReport open = Disclosure.report(result, Audience.PUBLIC);
        AuditReport asked = audience == Audience.PUBLIC ? open : Disclosure.report(result, audience);
        List<Renderer> renderers = ready.ready();
        int json = renderers.size();
        byte[][] made = new byte[json + 1][];
        try (Workers workers = new Workers(Math.min(threads, made.length))) {
            workers.run(json + 1, i -> {
                if (i == json) {
                    made[i] = ReportJson.write(asked);
                } else {
                    Renderer renderer = renderers.get(i);
                    made[i] = renderer.render(renderer.alwaysPublic() ? open : asked);
                }
            });
        }
        ReportFiles files = new ReportFiles(open);
        files.add(JSON, made[json]);
        for (int i = 0; i < json; i++) {
            files.add(renderers.get(i).file(), made[i]);
        }
        return files;
    }

    /** Names of all files that a report may have. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(List.of(JSON, RUN, Commitments.FILE));
        Renderers.installed().forEach(renderer -> names.add(renderer.file()));
        return names;
    }

    void add(String name, byte[] content) {
        if (bytes.put(name, content) != null) {
            throw new IllegalStateException("two renderers write " + name);
        }
    }

    /** Bytes by file name. */
    Map<String, byte[]> bytes() {
        return bytes;
    }

    /** The report for the public, which is what standard output shows: logs are read by many. */
    AuditReport shown() {
        return shown;
    }
}
