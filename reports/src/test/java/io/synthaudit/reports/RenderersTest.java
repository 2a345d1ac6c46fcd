package io.synthaudit.reports;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.Renderer;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.ServiceLoader;
import java.util.TimeZone;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RenderersTest {

    @Test
    void four_renderers_are_found() {
        assertThat(renderers())
                .extracting(Renderer::file)
                .containsExactly("gates.sarif", "junit.xml", "report.html", "summary.md");
        assertThat(renderers())
                .filteredOn(renderer -> !renderer.alwaysPublic())
                .extracting(Renderer::file)
                .containsExactly("report.html");
    }

    @Test
    void equal_reports_give_equal_bytes_in_every_locale_and_time_zone() {
        Locale locale = Locale.getDefault();
        TimeZone zone = TimeZone.getDefault();
        try {
            for (Renderer renderer : renderers()) {
                Locale.setDefault(Locale.ROOT);
                byte[] expected = renderer.render(SampleReport.failing());
                for (String tag :
                        List.of("tr-TR", "de-DE", "ar-EG-u-nu-arab", "hi-IN-u-nu-deva", "th-TH-u-ca-buddhist")) {
                    Locale.setDefault(Locale.forLanguageTag(tag));
                    TimeZone.setDefault(TimeZone.getTimeZone("Asia/Kathmandu"));
                    assertThat(renderer.render(SampleReport.failing()))
                            .as(renderer.file() + " " + tag)
                            .isEqualTo(expected);
                }
            }
        } finally {
            Locale.setDefault(locale);
            TimeZone.setDefault(zone);
        }
    }

    @Test
    void a_report_without_anything_can_be_rendered() {
        AuditReport empty = SampleReport.empty();
        for (Renderer renderer : renderers()) {
            assertThat(new String(renderer.render(empty), StandardCharsets.UTF_8))
                    .contains("NOT EVALUATED");
        }
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "report",
                "style",
                "symbols",
                "macros",
                "cover",
                "decision",
                "privacy",
                "fidelity",
                "utility",
                "appendix"
            })
    void no_template_lifts_the_escaping_or_names_an_address(String template) throws IOException {
        try (InputStream in = Renderer.class.getResourceAsStream("/io/synthaudit/reports/html/" + template + ".ftlh")) {
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .doesNotContain("no_esc", "noautoesc", "outputformat", "?eval", "?interpret", "?new", "<script")
                    .as("addresses")
                    .doesNotContain("http:", "https:", "src=\"");
        }
    }

    private static List<Renderer> renderers() {
        return ServiceLoader.load(Renderer.class).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Renderer::file))
                .toList();
    }
}
