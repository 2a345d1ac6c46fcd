package io.synthaudit.metrics.conformance;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.testkit.RealTables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/**
 * Every golden number of other tools beside ours, and the page that says so. The page is written anew by {@code mvn -pl
 * metrics test -Dtest=ConformancePageTest -Dconformance.write=true}.
 */
final class ConformancePageTest {

    private static final List<OtherTool> TOOLS =
            List.of(new ScipyNumbers(), new SdmetricsNumbers(), new SynthpopNumbers(), new SynthEvalNumbers());

    private static Findings findings;
    private static List<Compared> vectors;

    @BeforeAll
    static void compare() {
        findings = new Findings();
        vectors = GoldenVectors.compared();
        for (String dataset : List.of("adult", "breast_cancer_seer", "nist_ma2019")) {
            Set<String> variants = new TreeSet<>();
            TOOLS.forEach(tool -> variants.addAll(Golden.variants(dataset, tool.name())));
            for (String variant : variants) {
                Measurements ours = new Measurements(RealTables.load(dataset, variant));
                for (OtherTool tool : TOOLS) {
                    Golden.read(dataset, tool.name(), variant)
                            .ifPresent(golden ->
                                    tool.compare(new Place(tool.name(), dataset, variant, ours), golden, findings));
                }
            }
        }
    }

    @Test
    void every_number_of_real_tables_is_met_or_differs_for_a_reason_that_is_proven() {
        assertThat(findings.compared().size()).isGreaterThan(20_000);
        assertThat(findings.compared().stream().filter(Compared::isUnexplained)).isEmpty();
    }

    @Test
    void every_number_of_the_vectors_is_met_or_is_another_tools_mistake() {
        assertThat(vectors.size()).isGreaterThan(85);
        assertThat(vectors.stream().filter(Compared::isUnexplained)).isEmpty();
        assertThat(vectors)
                .filteredOn(c -> !c.isEqual())
                .extracting(Compared::reason)
                .containsExactly(Reason.SMOOTHED, Reason.PROPORTIONS, Reason.BINS, Reason.OWN_BINS);
    }

    @Test
    void a_difference_in_the_eighth_decimal_is_seen() {
        Measurements ours = new Measurements(RealTables.load("breast_cancer_seer", "synthpop"));
        Place place = new Place("scipy", "breast_cancer_seer", "synthpop", ours);
        Rule rule = Rule.is("fidelity.ks/distance");
        double value = ours.of("fidelity.ks/distance", "Age");
        assertThat(Compared.of(place, "ks_statistic", rule, value, "Age").isEqual())
                .isTrue();
        assertThat(Compared.of(place, "ks_statistic", rule, value + 1e-8, "Age").isUnexplained())
                .isTrue();
    }

    @Test
    void the_page_is_what_is_computed() throws IOException {
        String page = ConformancePage.of(findings.compared(), vectors, findings.unmeasured());
        Path file = docs().resolve("conformance.md");
        if (Boolean.getBoolean("conformance.write")) {
            Files.writeString(file, page);
        }
        assertThat(Files.readString(file).lines().toList())
                .as("src/docs/conformance.md; to write it anew: mvn -pl metrics test -Dtest=ConformancePageTest"
                        + " -Dconformance.write=true")
                .isEqualTo(page.lines().toList());
    }

    private static Path docs() {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            if (Files.isRegularFile(at.resolve("src/docs/glossary.md"))) {
                return at.resolve("src/docs");
            }
        }
        throw new IllegalStateException("there is no folder src/docs above the working directory");
    }
}
