package io.synthaudit.cli;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaAccess;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchRule;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;

/**
 * The rules of the house, for any root package, so that each can be seen to fail on classes planted under another root.
 *
 * <p>{@link ArchitectureTest} checks them on the product, {@link PlantedViolationsTest} on the planted classes.
 */
final class ArchitectureRules {

    /** Which modules a module may import. All others of ours are forbidden to it. */
    static final Map<String, Set<String>> MODULES = Map.of(
            "core", Set.of(),
            "learn", Set.of("core"),
            "io", Set.of("core"),
            "generators", Set.of("core"),
            "reports", Set.of("core"),
            "testkit", Set.of("core"),
            "metrics", Set.of("core", "learn"),
            "attacks", Set.of("core", "learn"),
            "cli", Set.of("core", "io"));

    /** Which modules may import a library; nobody else may. */
    private static final Map<String, Set<String>> LIBRARIES = Map.of(
            "smile..", Set.of("learn"),
            "freemarker..", Set.of("reports"),
            "org.apache.spark..", Set.of("spark"),
            "picocli..", Set.of("cli"),
            "com.fasterxml.jackson..", Set.of("io", "reports"),
            "org.apache.commons.csv..", Set.of("io"),
            "org.snakeyaml..", Set.of("io"),
            "org.junit..", Set.of("testkit"),
            "org.assertj..", Set.of("testkit"),
            "org.slf4j..", Set.of());

    private static final Set<String> TRANSCENDENTAL = Set.of(
            "sin", "cos", "tan", "asin", "acos", "atan", "atan2", "sinh", "cosh", "tanh", "exp", "expm1", "log",
            "log10", "log1p", "pow", "cbrt", "hypot");

    private final String root;

    ArchitectureRules(String root) {
        this.root = root;
    }

    ArchRule imports_between_modules(String module) {
        Set<String> forbidden = new TreeSet<>(MODULES.keySet());
        forbidden.remove(module);
        forbidden.removeAll(MODULES.get(module));
        return noClasses()
                .that()
                .resideInAPackage(in(module))
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(forbidden.stream().map(this::in).toArray(String[]::new))
                .because("of ours, " + module + " imports " + new TreeSet<>(MODULES.get(module)) + " and nothing else");
    }

    Stream<ArchRule> libraries_stay_in_their_modules() {
        return LIBRARIES.entrySet().stream()
                .map(entry -> noClasses()
                        .that(not(resideInAnyPackage(
                                entry.getValue().stream().map(this::in).toArray(String[]::new))))
                        .should()
                        .dependOnClassesThat()
                        .resideInAPackage(entry.getKey())
                        .because(entry.getKey() + " is known to " + entry.getValue() + " and nobody else"));
    }

    ArchRule core_stands_on_commons() {
        return classes()
                .that()
                .resideInAPackage(in("core"))
                .should()
                .onlyDependOnClassesThat()
                .resideInAnyPackage(
                        in("core"),
                        "java..",
                        "org.apache.commons.math3..",
                        "org.apache.commons.statistics..",
                        "org.apache.commons.rng..")
                .because("whoever writes a metric gets core, and with it no other library");
    }

    ArchRule no_ambient_randomness() {
        return noClasses()
                .should()
                .dependOnClassesThat(named(
                        "java.util.Random",
                        "java.util.SplittableRandom",
                        "java.util.concurrent.ThreadLocalRandom",
                        "smile.math.Random"))
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage("java.util.random..", "org.apache.commons.math3.random..")
                .orShould()
                .accessTargetWhere(target("java.lang.Math", Set.of("random"))
                        .or(target("java.lang.StrictMath", Set.of("random")))
                        .or(target("java.util.Collections", Set.of("shuffle")))
                        .or(target("java.util.UUID", Set.of("randomUUID"))))
                .because("every number comes again from the seed: draw from a stream of RandomStreams");
    }

    ArchRule generators_of_randomness_are_made_in_one_place() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".core.random..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("org.apache.commons.rng.simple..", "org.apache.commons.rng.core..")
                .because("only core's random package creates generators; others are handed one");
    }

    ArchRule secure_randomness_is_for_noise() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + ".generators.noise..")
                .should()
                .dependOnClassesThat(named("java.security.SecureRandom"))
                .because("only the noise of differential privacy may not be repeatable");
    }

    ArchRule the_clock_is_read_in_run_packages() {
        return noClasses()
                .that()
                .resideOutsideOfPackage(root + "..run..")
                .should()
                .dependOnClassesThat(named("java.time.Clock", "java.time.InstantSource", "java.util.Date"))
                .orShould()
                .accessTargetWhere(target("java.lang.System", Set.of("currentTimeMillis", "nanoTime"))
                        .or(new DescribedPredicate<>("the present time") {
                            @Override
                            public boolean test(JavaAccess<?> access) {
                                return access.getTargetOwner().getPackageName().startsWith("java.time")
                                        && access.getTarget().getName().equals("now");
                            }
                        }))
                .because("report.json holds nothing that varies between equal runs");
    }

    ArchRule no_platform_dependent_mathematics() {
        return noClasses()
                .should()
                .accessTargetWhere(target("java.lang.Math", TRANSCENDENTAL))
                .because("java.lang.Math may differ in the last bit between machines: use StrictMath");
    }

    ArchRule no_parallel_streams() {
        return noClasses()
                .should()
                .accessTargetWhere(new DescribedPredicate<>("a parallel stream") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        String name = access.getTarget().getName();
                        return name.equals("parallelStream")
                                || name.equals("parallel")
                                        && access.getTargetOwner()
                                                .getPackageName()
                                                .equals("java.util.stream");
                    }
                })
                .because("threads decide who computes a block, never what is added to what");
    }

    ArchRule no_network() {
        return noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("java.net..", "javax.net..", "java.rmi..", "com.sun.net..")
                .orShould()
                .dependOnClassesThat()
                .haveNameMatching("java\\.nio\\.channels\\..*(Socket|Datagram|Network).*")
                .because("the tables of others do not leave the machine");
    }

    ArchRule no_deserialisation() {
        return noClasses()
                .should()
                .dependOnClassesThat(
                        named("java.io.ObjectInputStream", "java.io.ObjectInputFilter", "java.beans.XMLDecoder"))
                .because("reading a file must never run what it holds");
    }

    ArchRule no_default_locale_or_charset() {
        return noClasses()
                .should()
                .accessTargetWhere(new DescribedPredicate<>("the default locale or charset") {
                    @Override
                    public boolean test(JavaAccess<?> access) {
                        return Defaults.CALLS.contains(Defaults.signature(access));
                    }
                })
                .because("the same bytes come out under every locale: name Locale.ROOT and UTF_8");
    }

    ArchRule names_say_what_a_thing_is() {
        return noClasses()
                .should()
                .haveSimpleNameEndingWith("Util")
                .orShould()
                .haveSimpleNameEndingWith("Utils")
                .orShould()
                .haveSimpleNameEndingWith("Helper")
                .orShould()
                .haveSimpleNameEndingWith("Manager")
                .orShould()
                .haveSimpleNameEndingWith("Impl")
                .orShould()
                .resideInAnyPackage(Stream.of("main", "test", "site", "util", "common", "helper", "impl", "manager")
                        .map(name -> root + ".." + name + "..")
                        .toArray(String[]::new))
                .because("such names gather what does not belong together");
    }

    private String in(String module) {
        return root + "." + module + "..";
    }

    private static DescribedPredicate<JavaClass> named(String... names) {
        Set<String> all = Set.of(names);
        return new DescribedPredicate<>("are any of " + new TreeSet<>(all)) {
            @Override
            public boolean test(JavaClass type) {
                return all.contains(type.getName());
            }
        };
    }

    private static DescribedPredicate<JavaAccess<?>> target(String owner, Set<String> names) {
        return new DescribedPredicate<>(owner + "." + new TreeSet<>(names)) {
            @Override
            public boolean test(JavaAccess<?> access) {
                return access.getTargetOwner().getName().equals(owner)
                        && names.contains(access.getTarget().getName());
            }
        };
    }
}
