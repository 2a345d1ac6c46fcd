package io.synthaudit.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * What a headless chromium saw of a page on disk.
 *
 * @param console its messages on the console, among them every refusal by the content security policy
 * @param requests the addresses that the page, and not the browser for itself, asked the network for
 * @param screenshot a picture of the page
 */
record Chromium(List<String> console, List<String> requests, Path screenshot) {

    static Chromium open(Path page, Path folder) throws IOException {
        Path log = folder.resolve("net.json");
        Path screenshot = folder.resolve("screenshot.png");
        Launched run = Launched.command(
                folder,
                Map.of(),
                List.of(
                        "chromium",
                        "--headless",
                        // The page is ours, and containers run as root, where the sandbox does not start.
                        "--no-sandbox",
                        "--disable-gpu",
                        "--disable-dev-shm-usage",
                        "--no-first-run",
                        "--disable-background-networking",
                        "--disable-component-update",
                        "--user-data-dir=" + folder.resolve("profile"),
                        "--host-resolver-rules=MAP * ~NOTFOUND",
                        "--window-size=1280,3000",
                        "--hide-scrollbars",
                        "--enable-logging=stderr",
                        "--log-net-log=" + log,
                        "--screenshot=" + screenshot,
                        page.toUri().toString()));
        if (run.exitCode() != 0) {
            throw new IllegalStateException("chromium ended with " + run.exitCode() + ":\n" + run.err());
        }
        List<String> console =
                run.err().lines().filter(line -> line.contains("CONSOLE")).toList();
        return new Chromium(console, requests(new ObjectMapper().readTree(log.toFile())), screenshot);
    }

    private static List<String> requests(JsonNode log) {
        int start = log.at("/constants/logEventTypes/URL_REQUEST_START_JOB").asInt(-1);
        if (start < 0) {
            throw new IllegalStateException("the network log does not know URL_REQUEST_START_JOB");
        }
        List<String> requests = new ArrayList<>();
        for (JsonNode event : log.get("events")) {
            String initiator = event.at("/params/initiator").asText("");
            // The browser's own requests, for updates and the like, have "not an origin".
            if (event.get("type").asInt() == start && !initiator.isEmpty() && !initiator.equals("not an origin")) {
                requests.add(event.at("/params/url").asText());
            }
        }
        return requests;
    }
}
