package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.ServiceLoader;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/**
 * Whatever the sources register, the running product finds.
 *
 * <p>From JDK 23 on, an annotation processor that is only on the class path is skipped without a word, and the catalogue
 * comes out empty. So the sources, the annotations in the class files and the services found are counted against one
 * another, on every JDK that builds this.
 */
class RegistrationTest {

    private static final String ANNOTATION = "com.google.auto.service.AutoService";

    private static final List<JavaClass> ANNOTATED = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("io.synthaudit").stream()
                    .filter(type -> type.isAnnotatedWith(ANNOTATION))
                    .toList();

    @Test
    void every_annotated_source_is_an_annotated_class() throws IOException {
        Set<String> sources = new TreeSet<>();
        for (String module : List.of("metrics", "attacks", "reports", "src/generators", "src/learn-vector")) {
            try (Stream<Path> files = Files.walk(root().resolve(module).resolve("src/main/java"))) {
                files.filter(file -> file.toString().endsWith(".java"))
                        .filter(RegistrationTest::registers)
                        .map(file -> file.getFileName().toString().replace(".java", ""))
                        .forEach(sources::add);
            }
        }
        assertThat(ANNOTATED).extracting(JavaClass::getSimpleName).containsExactlyInAnyOrderElementsOf(sources);
    }

    @Test
    void every_annotated_class_is_found() throws ClassNotFoundException {
        for (JavaClass type : ANNOTATED) {
            for (JavaClass service : (JavaClass[])
                    type.getAnnotationOfType(ANNOTATION).get("value").orElseThrow()) {
                Set<String> found = ServiceLoader.load(Class.forName(service.getName())).stream()
                        .map(provider -> provider.type().getName())
                        .collect(Collectors.toSet());
                assertThat(found).as(service.getName()).contains(type.getName());
            }
        }
    }

    private static boolean registers(Path file) {
        try {
            return Files.readString(file).contains("\n@AutoService(");
        } catch (IOException exception) {
            throw new UncheckedIOException(exception);
        }
    }

    private static Path root() {
        Path folder = Path.of("").toAbsolutePath();
        while (!Files.exists(folder.resolve("NOTICE"))) {
            folder = folder.getParent();
        }
        return folder;
    }
}
