package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Each rule of the house is seen to fail: on classes planted under {@value #ROOT}, and on nothing else there. */
class PlantedViolationsTest {

    static final String ROOT = "io.synthaudit.violations";

    private static final JavaClasses PLANTED = new ClassFileImporter().importPackages(ROOT);

    private final ArchitectureRules rules = new ArchitectureRules(ROOT);

    @ParameterizedTest
    @ValueSource(strings = {"core", "learn", "io", "generators", "reports", "testkit", "metrics", "attacks", "cli"})
    void an_import_out_of_bounds_is_found(String module) {
        TreeSet<String> forbidden = new TreeSet<>(ArchitectureRules.MODULES.keySet());
        forbidden.remove(module);
        forbidden.removeAll(ArchitectureRules.MODULES.get(module));
        String message = failure(rules.imports_between_modules(module));
        assertThat(forbidden)
                .isNotEmpty()
                .allSatisfy(other -> assertThat(message).contains(ROOT + "." + other + "."));
    }

    @Test
    void a_library_out_of_its_module_is_found() {
        rules.libraries_stay_in_their_modules()
                // Spark is on no class path yet, so no class that uses it can be planted.
                .filter(rule -> !rule.getDescription().contains("org.apache.spark"))
                .forEach(rule -> assertThat(failure(rule)).contains("core.Outward.libraries()"));
    }

    @Test
    void a_library_in_core_is_found() {
        assertThat(failure(rules.core_stands_on_commons())).contains("core.Outward.libraries()");
    }

    @Test
    void ambient_randomness_is_found() {
        assertThat(failure(rules.no_ambient_randomness()))
                .contains(
                        "Ambient.random()",
                        "Ambient.threadLocalRandom()",
                        "Ambient.mathRandom()",
                        "Ambient.shuffle(",
                        "Ambient.uuid()");
    }

    @Test
    void a_generator_made_elsewhere_is_found() {
        assertThat(failure(rules.generators_of_randomness_are_made_in_one_place()))
                .contains("Ambient.madeHere()")
                .doesNotContain("Streams");
    }

    @Test
    void secure_randomness_outside_noise_is_found() {
        assertThat(failure(rules.secure_randomness_is_for_noise()))
                .contains("Ambient.secure()")
                .doesNotContain("noise.Secure");
    }

    @Test
    void a_look_at_the_clock_is_found() {
        assertThat(failure(rules.the_clock_is_read_in_run_packages()))
                .contains("Ambient.millis()", "Ambient.nanos()", "Ambient.now()", "Ambient.clock(")
                .doesNotContain("Timing");
    }

    @Test
    void platform_dependent_mathematics_is_found() {
        assertThat(failure(rules.no_platform_dependent_mathematics()))
                .contains("Ambient.power(", "Ambient.logarithm()", "Ambient.sine()")
                .doesNotContain("mathRandom");
    }

    @Test
    void a_parallel_stream_is_found() {
        assertThat(failure(rules.no_parallel_streams())).contains("Ambient.parallelStream(", "Ambient.parallel()");
    }

    @Test
    void a_network_class_is_found() {
        assertThat(failure(rules.no_network())).contains("Outward.address()", "Outward.socket()");
    }

    @Test
    void deserialisation_is_found() {
        assertThat(failure(rules.no_deserialisation())).contains("Outward.stored(");
    }

    @Test
    void a_default_locale_or_charset_is_found() {
        assertThat(failure(rules.no_default_locale_or_charset()))
                .contains("Ambient.format(", "Ambient.formatted(", "Ambient.lowerCase(", "Ambient.bytes(");
    }

    @Test
    void a_name_that_says_nothing_is_found() {
        assertThat(failure(rules.names_say_what_a_thing_is())).contains("TableHelper", "util.Misplaced");
    }

    private static String failure(ArchRule rule) {
        AssertionError error = catchThrowableOfType(AssertionError.class, () -> rule.check(PLANTED));
        assertThat(error).as(rule.getDescription()).isNotNull();
        return error.getMessage();
    }
}
