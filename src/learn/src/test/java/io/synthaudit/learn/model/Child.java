package io.synthaudit.learn.model;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;

/** Runs {@link FitDigest} in a virtual machine of its own, with a common pool of so many threads. */
final class Child {

    private Child() {}

    static String digest(int classes, int threads, String how) throws IOException, InterruptedException {
        Process process = new ProcessBuilder(
                        Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                        "-Djava.util.concurrent.ForkJoinPool.common.parallelism=" + threads,
                        "-cp",
                        System.getProperty("java.class.path"),
                        FitDigest.class.getName(),
                        Integer.toString(classes),
                        how)
                .redirectError(ProcessBuilder.Redirect.DISCARD)
                .start();
        String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.US_ASCII);
        assertThat(process.waitFor()).isZero();
        return out.trim();
    }
}
