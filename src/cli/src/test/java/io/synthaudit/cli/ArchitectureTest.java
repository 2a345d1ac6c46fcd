package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.Test;

/** The product keeps the rules of the house. Benchmarks, which are not deployed, are not on this class path. */
class ArchitectureTest {

    private static final String ROOT = "io.synthaudit";

    private static final JavaClasses PRODUCT = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS)
            .importPackages(ROOT);

    private final ArchitectureRules rules = new ArchitectureRules(ROOT);

    @Test
    void every_module_is_seen() {
        assertThat(ArchitectureRules.MODULES.keySet())
                .allSatisfy(module -> assertThat(PRODUCT)
                        .anyMatch(type -> (type.getPackageName() + ".").startsWith(ROOT + "." + module + ".")));
    }

    @Test
    void no_planted_violation_is_seen() {
        assertThat(PRODUCT).noneMatch(type -> type.getPackageName().startsWith(PlantedViolationsTest.ROOT));
    }

    @Test
    void core_imports_none_of_ours() {
        rules.imports_between_modules("core").check(PRODUCT);
    }

    @Test
    void learn_imports_core() {
        rules.imports_between_modules("learn").check(PRODUCT);
    }

    @Test
    void io_imports_core() {
        rules.imports_between_modules("io").check(PRODUCT);
    }

    @Test
    void generators_import_core() {
        rules.imports_between_modules("generators").check(PRODUCT);
    }

    @Test
    void reports_import_core() {
        rules.imports_between_modules("reports").check(PRODUCT);
    }

    @Test
    void testkit_imports_core() {
        rules.imports_between_modules("testkit").check(PRODUCT);
    }

    @Test
    void metrics_import_core_and_learn() {
        rules.imports_between_modules("metrics").check(PRODUCT);
    }

    @Test
    void attacks_import_core_and_learn() {
        rules.imports_between_modules("attacks").check(PRODUCT);
    }

    @Test
    void cli_imports_core_and_io() {
        rules.imports_between_modules("cli").check(PRODUCT);
    }

    @Test
    void libraries_stay_in_their_modules() {
        rules.libraries_stay_in_their_modules().forEach(rule -> rule.check(PRODUCT));
    }

    @Test
    void core_stands_on_commons() {
        rules.core_stands_on_commons().check(PRODUCT);
    }

    @Test
    void no_ambient_randomness() {
        rules.no_ambient_randomness().check(PRODUCT);
    }

    @Test
    void generators_of_randomness_are_made_in_one_place() {
        rules.generators_of_randomness_are_made_in_one_place().check(PRODUCT);
    }

    @Test
    void secure_randomness_is_for_noise() {
        rules.secure_randomness_is_for_noise().check(PRODUCT);
    }

    @Test
    void the_clock_is_read_in_run_packages() {
        rules.the_clock_is_read_in_run_packages().check(PRODUCT);
    }

    @Test
    void no_platform_dependent_mathematics() {
        rules.no_platform_dependent_mathematics().check(PRODUCT);
    }

    @Test
    void no_parallel_streams() {
        rules.no_parallel_streams().check(PRODUCT);
    }

    @Test
    void no_network() {
        rules.no_network().check(PRODUCT);
    }

    @Test
    void no_deserialisation() {
        rules.no_deserialisation().check(PRODUCT);
    }

    @Test
    void no_default_locale_or_charset() {
        rules.no_default_locale_or_charset().check(PRODUCT);
    }

    @Test
    void names_say_what_a_thing_is() {
        rules.names_say_what_a_thing_is().check(PRODUCT);
    }
}
