package io.synthaudit.testkit;

import java.nio.file.Files;
import java.nio.file.Path;

/** Finds the real tables and golden values that lie beside the project. */
public final class SharedData {

    private SharedData() {}

    /**
     * A file beside the project.
     *
     * @param name path below {@code shared}, such as {@code data/adult/real.csv}
     * @return its path
     * @throws IllegalStateException if there is no folder {@code shared} beside any folder above the working directory
     */
    public static Path file(String name) {
        for (Path at = Path.of("").toAbsolutePath(); at != null; at = at.getParent()) {
            Path shared = at.resolveSibling("shared");
            if (Files.isRegularFile(shared.resolve("design.md"))) {
                return shared.resolve(name);
            }
        }
        throw new IllegalStateException("tests need the folder shared beside the project");
    }
}
