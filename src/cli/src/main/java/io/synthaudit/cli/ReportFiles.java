package io.synthaudit.cli;

import io.synthaudit.core.audit.AuditResult;
import io.synthaudit.core.audit.Workers;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.AuditReport.Audience;
import io.synthaudit.core.report.Disclosure;
import io.synthaudit.core.report.Renderer;
import io.synthaudit.io.report.ReportJson;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.ServiceLoader;
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
     */
    static ReportFiles of(AuditResult result, Audience audience, int threads) {
        List<Renderer> renderers = renderers();
        int json = renderers.size();
        AuditReport[] reports = new AuditReport[2];
        byte[][] made = new byte[json + 1][];
        try (Workers workers = new Workers(Math.min(threads, made.length))) {
            workers.run(json + 1, i -> {
                if (i == 0) {
                    reports[0] = Disclosure.report(result, Audience.PUBLIC);
                    reports[1] = audience == Audience.PUBLIC ? reports[0] : Disclosure.report(result, audience);
                } else {
                    renderers.get(i - 1).prepare();
                }
            });
            workers.run(json + 1, i -> {
                if (i == json) {
                    made[i] = ReportJson.write(reports[1]);
                } else {
                    Renderer renderer = renderers.get(i);
                    made[i] = renderer.render(reports[renderer.alwaysPublic() ? 0 : 1]);
                }
            });
        }
        ReportFiles files = new ReportFiles(reports[0]);
        files.add(JSON, made[json]);
        for (int i = 0; i < json; i++) {
            files.add(renderers.get(i).file(), made[i]);
        }
        return files;
    }

    /** Names of all files that a report may have. */
    static Set<String> names() {
        Set<String> names = new TreeSet<>(List.of(JSON, RUN, Commitments.FILE));
        renderers().forEach(renderer -> names.add(renderer.file()));
        return names;
    }

    private static List<Renderer> renderers() {
        List<Renderer> renderers = new ArrayList<>();
        ServiceLoader.load(Renderer.class).forEach(renderers::add);
        renderers.sort(Comparator.comparing(Renderer::file));
        return renderers;
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
