package io.synthaudit.cli.run;

import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What run.json holds: all that may differ between two runs that give the same report. No user, no host, no path and no
 * cell is in it.
 */
public final class RunLog {

    private final Instant started = Instant.now().truncatedTo(ChronoUnit.SECONDS);
    private final Stages stages;
    private final Costs costs;
    private long expected;
    private final Map<String, Long> bytes = new LinkedHashMap<>();

    /**
     * @param stages measures the run
     * @param costs measures the evaluations
     */
    public RunLog(Stages stages, Costs costs) {
        this.stages = stages;
        this.costs = costs;
    }

    /** Notes the bytes of heap that the run was expected to need. */
    public void expected(long bytes) {
        expected = bytes;
    }

    /** Notes the size of an input file, by its role. */
    public void input(String role, long size) {
        bytes.put(role, size);
    }

    /**
     * The log as a tree of maps, lists, texts and numbers.
     *
     * @param tool name and version
     * @param threads worker threads
     */
    public Map<String, Object> tree(String tool, int threads) {
        Map<String, Object> tree = new LinkedHashMap<>();
        tree.put("format", "synthaudit-run/1");
        tree.put("tool", tool);
        tree.put("started", started.toString());
        tree.put("seconds", rounded(stages.seconds()));
        tree.put("threads", threads);
        tree.put("processors", Runtime.getRuntime().availableProcessors());
        tree.put(
                "memory",
                ordered(
                        "most-mebibytes",
                        Runtime.getRuntime().maxMemory() >> 20,
                        "expected-mebibytes",
                        (expected + (1 << 19)) >> 20));
        tree.put("java", properties("java.version", "java.vendor", "java.vm.name", "java.vm.version"));
        tree.put("system", properties("os.name", "os.version", "os.arch"));
        tree.put("locale", properties("user.language", "user.country", "file.encoding"));
        List<Object> inputs = new ArrayList<>();
        bytes.forEach((role, size) -> inputs.add(ordered("table", role, "bytes", size)));
        tree.put("inputs", inputs);
        List<Object> times = new ArrayList<>();
        stages.soFar().forEach(s -> times.add(ordered("stage", s.name(), "seconds", rounded(s.seconds()))));
        tree.put("stages", times);
        List<Object> works = new ArrayList<>();
        for (Costs.Cost cost : costs.soFar()) {
            Map<String, Object> work = ordered("work", cost.name(), "seconds", rounded(cost.seconds()));
            work.put("targets", cost.times());
            works.add(work);
        }
        tree.put("costs", works);
        return tree;
    }

    private static Map<String, Object> properties(String... names) {
        Map<String, Object> values = new LinkedHashMap<>();
        for (String name : names) {
            values.put(name, System.getProperty(name, ""));
        }
        return values;
    }

    private static Map<String, Object> ordered(String first, Object one, String second, Object two) {
        Map<String, Object> map = new LinkedHashMap<>();
        map.put(first, one);
        map.put(second, two);
        return map;
    }

    private static double rounded(double seconds) {
        return Math.rint(seconds * 1000) / 1000;
    }
}
