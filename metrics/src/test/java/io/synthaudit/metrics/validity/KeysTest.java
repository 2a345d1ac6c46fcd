package io.synthaudit.metrics.validity;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.audit.Catalog;
import io.synthaudit.core.evaluation.ColumnMetric;
import io.synthaudit.core.evaluation.Metric;
import io.synthaudit.core.table.Domain;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Role;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** New keys are what a release should have, so no measure of validity may hold them against it. */
class KeysTest {

    private static final String[] OF_VALUES = {
        "validity.boundary-adherence", "validity.category-adherence", "validity.category-coverage"
    };

    @Test
    void keys_and_ids_need_no_values_that_training_has() {
        for (Kind kind : Kind.values()) {
            for (Role role : List.of(Role.ROW_KEY, Role.ENTITY_KEY, Role.DIRECT_IDENTIFIER)) {
                assertThat(applying(new Field("key", kind, Set.of(role), List.of(), Domain.NONE, "", "")))
                        .doesNotContain(OF_VALUES)
                        .contains("validity.missing-rate-difference");
            }
        }
        assertThat(applying(Field.of("key", Kind.ID)))
                .doesNotContain(OF_VALUES)
                .contains("validity.missing-rate-difference");
        assertThat(applying(Field.of("age", Kind.INTEGER))).contains("validity.boundary-adherence");
    }

    private static List<String> applying(Field field) {
        return Catalog.installed().metrics().stream()
                .filter(m ->
                        m instanceof ColumnMetric<?> c && c.appliesTo(field).applies())
                .map((Metric m) -> m.description().id())
                .toList();
    }
}
