package io.synthaudit.learn.model;

import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;

/** The learners of other libraries that are on the class path and work here. */
public final class LearnerLibraries {

    private LearnerLibraries() {}

    /** All of them, sorted by name. */
    public static List<LearnerLibrary> found() {
        return Found.ALL;
    }

    private static final class Found {

        static final List<LearnerLibrary> ALL =
                ServiceLoader.load(LearnerLibrary.class, LearnerLibrary.class.getClassLoader()).stream()
                        .map(ServiceLoader.Provider::get)
                        .filter(LearnerLibrary::isUsable)
                        .sorted(Comparator.comparing(LearnerLibrary::name))
                        .toList();
    }
}
