package io.synthaudit.cli.run;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class StagesTest {

    @Test
    void stages_are_told_and_kept_in_order_and_fill_the_time() {
        List<String> told = new ArrayList<>();
        Stages stages = new Stages(told::add);
        stages.begins("first");
        stages.begins("second");
        List<Stages.Stage> soFar = stages.soFar();
        assertThat(told).containsExactly("first", "second");
        assertThat(soFar).extracting(Stages.Stage::name).containsExactly("first", "second");
        assertThat(soFar).allMatch(stage -> stage.seconds() >= 0);
        assertThat(stages.seconds())
                .isGreaterThanOrEqualTo(
                        soFar.stream().mapToDouble(Stages.Stage::seconds).sum());
    }

    @Test
    void work_within_work_counts_for_the_inner_alone() throws InterruptedException {
        Costs costs = new Costs();
        costs.enters("outer");
        costs.enters("inner");
        Thread.sleep(20);
        costs.leaves();
        costs.leaves();
        List<Costs.Cost> soFar = costs.soFar();
        assertThat(soFar).extracting(Costs.Cost::name).containsExactly("inner", "outer");
        assertThat(soFar.get(0).seconds()).isGreaterThanOrEqualTo(0.02);
        assertThat(soFar.get(1).seconds()).isLessThan(soFar.get(0).seconds());
        assertThat(soFar).allMatch(cost -> cost.times() == 1);
    }

    @Test
    void the_log_names_no_user_no_host_and_no_folder() {
        RunLog log = new RunLog(new Stages(stage -> {}), new Costs());
        log.input("training", 12);
        Map<String, Object> tree = log.tree("synthaudit 1", 2);
        assertThat(tree)
                .containsOnlyKeys(
                        "format",
                        "tool",
                        "started",
                        "seconds",
                        "threads",
                        "processors",
                        "memory",
                        "java",
                        "system",
                        "locale",
                        "inputs",
                        "stages",
                        "costs");
        assertThat(tree.toString())
                .contains("{table=training, bytes=12}")
                .doesNotContain(System.getProperty("user.dir"), System.getProperty("user.home") + "/");
    }
}
