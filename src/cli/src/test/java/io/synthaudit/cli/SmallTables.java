package io.synthaudit.cli;

import io.synthaudit.core.random.RandomStreams;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import org.apache.commons.rng.UniformRandomProvider;

/** Small tables of patients in a folder: training.csv, synthetic.csv and holdout.csv, all of one law. */
final class SmallTables {

    static final int TRAINING = 300;

    static final int HOLDOUT = 150;

    /** Gates on things that need no holdout, and that a fresh sample passes. */
    static final String POLICY = """
            format: synthaudit-policy/1
            id: small
            gates:
              - id: validity.missing-rate
                measure: validity.missing-rate-difference
                within: [-0.2, 0.2]
                severity: blocker
            """;

    private SmallTables() {}

    static void write(Path folder) throws IOException {
        Files.writeString(folder.resolve("training.csv"), table(TRAINING, 1));
        Files.writeString(folder.resolve("synthetic.csv"), table(TRAINING, 2));
        Files.writeString(folder.resolve("holdout.csv"), table(HOLDOUT, 3));
        Files.writeString(folder.resolve("policy.yaml"), POLICY);
    }

    static String table(int rows, long seed) {
        UniformRandomProvider random = new RandomStreams(seed).stream("small");
        StringBuilder text = new StringBuilder("age,weight,ward,smoker\n");
        for (int i = 0; i < rows; i++) {
            int age = 20 + random.nextInt(60);
            double weight = 50 + age * 0.3 + random.nextDouble() * 20;
            String ward = new String[] {"north", "south", "west"}[random.nextInt(3)];
            text.append(age)
                    .append(',')
                    .append(String.format(Locale.ROOT, "%.1f", weight))
                    .append(',')
                    .append(ward)
                    .append(',')
                    .append(random.nextDouble() < age / 100.0 ? "yes" : "no")
                    .append('\n');
        }
        return text.toString();
    }
}
