package io.synthaudit.io.analyses;

import io.synthaudit.core.analysis.Analysis;
import io.synthaudit.core.analysis.GroupedTable;
import io.synthaudit.core.analysis.GroupedTable.Statistic;
import io.synthaudit.core.analysis.HazardRegression;
import io.synthaudit.core.analysis.Regression;
import io.synthaudit.core.analysis.Regression.Family;
import io.synthaudit.core.analysis.SurvivalCurves;
import io.synthaudit.core.table.Field;
import io.synthaudit.core.table.Kind;
import io.synthaudit.core.table.Quoted;
import io.synthaudit.core.table.Role;
import io.synthaudit.core.table.Schema;
import io.synthaudit.io.yaml.Nearest;
import io.synthaudit.io.yaml.YamlNode;
import java.util.List;

/** Holds analyses against a schema: every column must exist, and be of a kind and role that the analysis can be done on. */
final class AnalysesCheck {

    private static final String DECLARE = "If it is one, declare its kind in the schema (--schema).";

    private final Schema schema;
    private final List<String> columns;

    AnalysesCheck(Schema schema) {
        this.schema = schema;
        this.columns = schema.fields().stream().map(Field::name).toList();
    }

    void check(AnalysesYaml.Entry entry) {
        Analysis analysis = entry.analysis();
        YamlNode node = entry.node();
        if (analysis instanceof Regression glm) {
            Field response = column(node, glm.formula().response());
            if (glm.family() == Family.BINOMIAL) {
                category(node, response);
            } else {
                number(node, response);
            }
            glm.formula().columns().forEach(name -> explains(node, column(node, name)));
        } else if (analysis instanceof HazardRegression cox) {
            survival(node, cox.formula().response(), cox.event());
            cox.formula().columns().forEach(name -> explains(node, column(node, name)));
        } else if (analysis instanceof SurvivalCurves curves) {
            survival(node, curves.time(), curves.event());
            if (!curves.by().isEmpty()) {
                category(node, column(node, curves.by()));
            }
        } else if (analysis instanceof GroupedTable table) {
            table.by().forEach(name -> category(node, column(node, name)));
            if (table.statistic() == Statistic.MEAN) {
                number(node, column(node, table.of()));
            }
            if (!table.weights().isEmpty()) {
                number(node, column(node, table.weights()));
            }
        }
    }

    private void survival(YamlNode node, String time, String event) {
        Field timeField = column(node, time);
        number(node, timeField);
        role(node, timeField, Role.EVENT_TIME);
        Field eventField = column(node, event);
        category(node, eventField);
        role(node, eventField, Role.EVENT_FLAG);
    }

    private void role(YamlNode node, Field field, Role role) {
        if (!field.has(role)) {
            throw node.error(
                    "the column " + Quoted.name(field.name()) + " has not the role " + role.word() + ".",
                    "Declare it in the schema (--schema): roles: [" + role.word() + "].");
        }
    }

    private Field column(YamlNode node, String name) {
        int index = schema.indexOf(name).orElse(-1);
        if (index < 0) {
            throw node.error(
                    "the training table has no column " + Quoted.name(name) + ".", Nearest.column(name, columns));
        }
        return schema.field(index);
    }

    private static void category(YamlNode node, Field field) {
        if (!field.kind().isCategory() || field.isKey()) {
            throw kind(node, field, "a category");
        }
    }

    private static void number(YamlNode node, Field field) {
        if (!field.kind().isNumber() || field.kind() == Kind.DATETIME || field.isKey()) {
            throw kind(node, field, "a number");
        }
    }

    private static void explains(YamlNode node, Field field) {
        if (!field.kind().isCategory() && (!field.kind().isNumber() || field.kind() == Kind.DATETIME)
                || field.isKey()) {
            throw kind(node, field, "a number or a category");
        }
    }

    private static io.synthaudit.io.FormatException kind(YamlNode node, Field field, String wanted) {
        return node.error(
                "expected " + wanted + " in the column " + Quoted.name(field.name()) + ", found "
                        + (field.isKey() ? "a key" : "kind " + field.kind().word()) + ".",
                DECLARE);
    }
}
