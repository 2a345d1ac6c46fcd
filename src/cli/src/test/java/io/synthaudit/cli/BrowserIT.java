package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The reports of the demo, opened from disk by a real browser; run with {@code mvn -Pbrowser verify}. */
@Tag("browser")
class BrowserIT {

    /** Share of the picture that is not background; a page of text and charts has far more, an empty one far less. */
    private static final double LEAST_INK = 0.005;

    @TempDir
    private Path folder;

    @Test
    void the_report_of_the_demo_opens_without_request_or_complaint() throws IOException {
        assertThat(Launched.synthaudit(folder, "demo", "--out", "out").exitCode())
                .isIn(0, 3);
        opens_quietly("demo");
    }

    @Test
    void the_report_of_a_leak_opens_without_request_or_complaint() throws IOException {
        assertThat(Launched.synthaudit(folder, "demo", "--leaky", "--out", "out")
                        .exitCode())
                .isEqualTo(1);
        opens_quietly("leaky");
    }

    @Test
    void a_request_and_a_complaint_would_be_seen() throws IOException {
        Path page = Files.writeString(folder.resolve("planted.html"), """
                <!doctype html><meta charset="utf-8"><title>planted</title>
                <img src="http://planted.invalid/picture.png"><script>console.error("planted complaint")</script>
                """);
        Chromium seen = Chromium.open(page, folder);
        assertThat(seen.requests()).containsExactly("http://planted.invalid/picture.png");
        assertThat(seen.console()).singleElement().asString().contains("planted complaint");
        assertThat(ink(seen.screenshot())).isLessThan(LEAST_INK);
    }

    @Test
    void a_refusal_by_the_content_security_policy_would_be_seen() throws IOException {
        Path page = Files.writeString(folder.resolve("planted.html"), """
                <!doctype html><meta charset="utf-8"><title>planted</title>
                <meta http-equiv="Content-Security-Policy" content="default-src 'none'">
                <link rel="stylesheet" href="beside.css">
                """);
        Chromium seen = Chromium.open(page, folder);
        assertThat(seen.requests()).isEmpty();
        assertThat(seen.console()).singleElement().asString().contains("Content Security Policy");
    }

    private void opens_quietly(String name) throws IOException {
        Path report = folder.resolve("out/report.html");
        // The policy makes the browser refuse, and say so on the console, whatever the page would load from elsewhere.
        assertThat(report).content().contains("Content-Security-Policy").contains("default-src 'none'");
        Chromium seen = Chromium.open(report, folder);
        Path kept = Launched.distribution().resolveSibling("browser").resolve(name + ".png");
        Files.createDirectories(kept.getParent());
        Files.write(kept, Files.readAllBytes(seen.screenshot()));
        assertThat(seen.console()).isEmpty();
        assertThat(seen.requests()).isEmpty();
        assertThat(ink(kept)).as("ink in " + kept).isGreaterThan(LEAST_INK);
    }

    private static double ink(Path picture) throws IOException {
        BufferedImage image = ImageIO.read(picture.toFile());
        int background = image.getRGB(0, image.getHeight() - 1);
        long ink = IntStream.range(0, image.getHeight())
                .mapToLong(y -> IntStream.range(0, image.getWidth())
                        .filter(x -> image.getRGB(x, y) != background)
                        .count())
                .sum();
        return (double) ink / image.getWidth() / image.getHeight();
    }
}
