package io.synthaudit.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.random.RandomStreams;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.apache.commons.rng.UniformRandomProvider;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Cells that could not come from anywhere else, texts of 14 random letters and numbers of 9 or more digits, stand in
 * every column of every table. No byte of any file, output or error holds one of them.
 */
class CanaryIT {

    private static final int TRAINING = 400;

    private static final int HOLDOUT = 200;

    private static final String HEADER = "name,code,stay,income,score,ward,flag,born,note\n";

    private final UniformRandomProvider random = new RandomStreams(20).stream("canary");
    private final Set<String> canaries = new TreeSet<>();
    private final List<String> rows = new ArrayList<>();

    @TempDir
    private Path folder;

    @Test
    void no_cell_is_in_a_report() throws IOException {
        writeTables();
        List<Launched> runs = new ArrayList<>();
        for (String audience : List.of("public", "restricted")) {
            runs.add(audit("inferred-" + audience, "--audience", audience, "--explain"));
            runs.add(audit(
                    "declared-" + audience,
                    "--audience",
                    audience,
                    "--schema",
                    "schema.yaml",
                    "--sensitive",
                    "ward",
                    "--target",
                    "flag",
                    "--quasi-identifiers",
                    "stay",
                    "--entity-key",
                    "training.csv#name,holdout.csv#name"));
        }
        assertThat(runs).allSatisfy(run -> assertThat(run.exitCode()).isIn(1, 3));
        runs.forEach(run -> assertSilent("output", run.out() + run.err()));
        try (Stream<Path> files = Files.walk(folder)) {
            List<Path> written = files.filter(Files::isRegularFile)
                    .filter(file -> file.startsWith(folder.resolve("out")))
                    .toList();
            assertThat(written).hasSize(4 * 6);
            for (Path file : written) {
                assertSilent(file.toString(), Files.readString(file));
            }
        }
    }

    @Test
    void no_cell_is_in_an_inferred_schema() throws IOException {
        writeTables();
        Launched run = Launched.synthaudit(folder, "schema", "infer", "--training", "training.csv");
        assertThat(run.exitCode()).isZero();
        assertSilent("schema", run.out() + run.err());
    }

    @Test
    void no_cell_is_in_a_rejection() throws IOException {
        writeTables();
        String good = Files.readString(folder.resolve("holdout.csv"));
        String word = word();
        long number = number();
        String start = HEADER + word + "," + number;
        byte[] broken = (start + ",\u00e9\n").getBytes(StandardCharsets.ISO_8859_1);
        rejects(broken);
        for (String table : List.of(
                "",
                HEADER,
                start + "\n",
                start + ",1,2,3,a,yes,2001-01-01,x,y,z\n",
                HEADER + "\"" + word + "," + number + "\n",
                HEADER + "\"" + word + "\"" + number + ",1,2,3,a,yes,2001-01-01,x\n",
                start + "\u0000,1,2,3,a,yes,2001-01-01,x\n",
                HEADER.replace("ward", "") + start + "\n",
                HEADER.replace("ward", "flag") + good.substring(HEADER.length()),
                HEADER.replace("ward", "gown") + good.substring(HEADER.length()),
                good + word + "," + number + "," + word + ",2,3,a,yes,2001-01-01,x\n",
                good + word + "," + number + ",1,2,3,a,yes," + word + ",x\n",
                HEADER + "x".repeat(1 << 20) + word + "\n")) {
            rejects(table.getBytes(StandardCharsets.UTF_8));
        }
    }

    private void rejects(byte[] holdout) throws IOException {
        Files.write(folder.resolve("holdout.csv"), holdout);
        Launched run = audit("rejected");
        assertThat(run.exitCode()).as(run.err()).isEqualTo(4);
        assertThat(run.out()).isEmpty();
        assertThat(run.err())
                .startsWith("synthaudit: input rejected: ")
                .contains("holdout.csv")
                .doesNotContain("\tat ");
        assertThat(run.err().lines().count()).isLessThan(10);
        assertSilent("rejection", run.err());
        assertThat(folder.resolve("out")).doesNotExist();
    }

    private Launched audit(String out, String... more) {
        List<String> command = new ArrayList<>(List.of(
                "audit",
                "--training",
                "training.csv",
                "--synthetic",
                "synthetic.csv",
                "--holdout",
                "holdout.csv",
                "--out",
                "out/" + out));
        command.addAll(List.of(more));
        return Launched.synthaudit(folder, command.toArray(String[]::new));
    }

    private void assertSilent(String where, String text) {
        String lower = text.toLowerCase(Locale.ROOT);
        assertThat(canaries).as("planted cells").hasSizeGreaterThan(1);
        for (String canary : canaries) {
            assertThat(isIn(lower, canary)).as(where + " holds a planted cell").isFalse();
        }
    }

    /**
     * Whether a text holds a planted cell. Nine digits in the middle of a longer number are chance: a report in full precision
     * has thousands of numbers of seventeen digits. A planted number is one that stands by itself.
     */
    private static boolean isIn(String text, String canary) {
        boolean number = Character.isDigit(canary.charAt(0));
        for (int at = text.indexOf(canary); at >= 0; at = text.indexOf(canary, at + 1)) {
            int end = at + canary.length();
            boolean inside = (at > 0 && "0123456789.".indexOf(text.charAt(at - 1)) >= 0)
                    || (end < text.length() && Character.isDigit(text.charAt(end)));
            if (!number || !inside) {
                return true;
            }
        }
        return false;
    }

    @Test
    void a_planted_number_is_told_from_the_digits_of_a_longer_one() {
        assertThat(isIn("{\"value\": 969745167,", "969745167")).isTrue();
        assertThat(isIn("up to 969745167.0", "969745167")).isTrue();
        assertThat(isIn("0.969745167 and", "0.969745167")).isTrue();
        assertThat(isIn("1.1969745167333", "969745167")).isFalse();
        assertThat(isIn("xxabcdefghijklyy", "abcdefghijkl")).isTrue();
    }

    /** Half of the synthetic rows are training rows, so that a comparison has every reason to look at them. */
    private void writeTables() throws IOException {
        String training = table(TRAINING);
        List<String> copied = List.copyOf(rows.subList(0, TRAINING / 2));
        String fresh = table(TRAINING / 2);
        Files.writeString(folder.resolve("training.csv"), training);
        Files.writeString(folder.resolve("synthetic.csv"), fresh + String.join("\n", copied) + "\n");
        Files.writeString(folder.resolve("holdout.csv"), table(HOLDOUT));
        Files.writeString(folder.resolve("schema.yaml"), """
                format: synthaudit-schema/1
                columns:
                  - {name: name, kind: id, roles: [direct-identifier]}
                  - {name: code, kind: integer, roles: [row-key]}
                  - {name: stay, kind: integer}
                  - {name: income, kind: numeric}
                  - {name: score, kind: numeric}
                  - {name: ward, kind: categorical}
                  - {name: flag, kind: boolean}
                  - {name: born, kind: datetime}
                  - {name: note, kind: text}
                """);
    }

    private String table(int size) {
        StringBuilder text = new StringBuilder(HEADER);
        rows.clear();
        for (int i = 0; i < size; i++) {
            // The last wards have a handful of rows each: too few to be named.
            String ward =
                    i % 40 == 0 ? word() : List.of("north", "south", "west").get(i % 3);
            String row = String.join(
                    ",",
                    word(),
                    Long.toString(number()),
                    i % 40 == 1 ? Long.toString(number()) : Integer.toString(1 + random.nextInt(30)),
                    i % 10 == 2 ? number() + "." + random.nextInt(1000, 9999) : Integer.toString(random.nextInt(5000)),
                    decimals(),
                    ward,
                    random.nextBoolean() ? "yes" : "no",
                    String.format(
                            Locale.ROOT,
                            "19%02d-%02d-%02d",
                            random.nextInt(100),
                            1 + random.nextInt(12),
                            1 + random.nextInt(28)),
                    "seen by " + word());
            rows.add(row);
            text.append(row).append('\n');
        }
        return text.toString();
    }

    private String word() {
        StringBuilder word = new StringBuilder();
        for (int i = 0; i < 14; i++) {
            word.append((char) ('a' + random.nextInt(26)));
        }
        canaries.add(word.toString());
        return word.toString();
    }

    private long number() {
        long number = 100_000_000L + random.nextLong(900_000_000L);
        canaries.add(Long.toString(number));
        return number;
    }

    private String decimals() {
        String decimals = "0." + number();
        canaries.add(decimals);
        return decimals;
    }
}
