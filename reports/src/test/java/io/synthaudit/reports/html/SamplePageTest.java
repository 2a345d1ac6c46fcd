package io.synthaudit.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.Renderer;
import io.synthaudit.reports.SampleReport;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ServiceLoader;
import org.junit.jupiter.api.Test;

/** Writes the samples to {@code target/sample}, to be looked at, and keeps their size in check. */
class SamplePageTest {

    private static final int MEGABYTE = 1_000_000;

    @Test
    void a_page_of_twelve_columns_is_small() throws IOException {
        assertThat(write("failing", SampleReport.failing())).hasSizeLessThan(MEGABYTE / 3);
        assertThat(write("passing", SampleReport.passing())).hasSizeLessThan(MEGABYTE / 3);
        assertThat(write("empty", SampleReport.empty())).hasSizeLessThan(MEGABYTE / 10);
    }

    @Test
    void a_page_of_a_hundred_columns_stays_below_one_megabyte() throws IOException {
        assertThat(write("wide", SampleReport.wide(100))).hasSizeLessThan(MEGABYTE);
    }

    private static byte[] write(String name, AuditReport report) throws IOException {
        Path folder = Files.createDirectories(Path.of("target", "sample", name));
        for (Renderer renderer : ServiceLoader.load(Renderer.class)) {
            Files.write(folder.resolve(renderer.file()), renderer.render(report));
        }
        return Files.readAllBytes(folder.resolve("report.html"));
    }
}
