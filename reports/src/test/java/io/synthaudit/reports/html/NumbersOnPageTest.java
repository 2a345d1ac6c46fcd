package io.synthaudit.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.core.report.AuditReport;
import io.synthaudit.reports.Pages;
import io.synthaudit.reports.SampleReport;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Document;
import org.w3c.dom.Node;

/** The page knows nothing that the model does not: each number on it is a rounding of one in the model. */
class NumbersOnPageTest {

    private static final Pattern NUMBER = Pattern.compile("(?<![A-Za-z0-9.-])-?[0-9][0-9,]*(\\.[0-9]+)?");

    /** Classes of the heat map, which stand in its key. */
    private static final Set<String> FIXED = Set.of("0.01", "0.02", "0.05", "0.1", "0.2", "0.4");

    @Test
    void no_number_is_absent_from_the_model() {
        AuditReport report = SampleReport.failing();
        Set<BigDecimal> model = new TreeSet<>();
        collect(report, model);
        List<String> absent = new ArrayList<>();
        Document page = Pages.parse(new HtmlRenderer().render(report));
        Matcher number = NUMBER.matcher(text(Pages.all(page, "body").get(0)));
        int seen = 0;
        while (number.find()) {
            seen++;
            String text = number.group().replaceAll(",+$", "");
            if (!FIXED.contains(text) && !known(new BigDecimal(text.replace(",", "")), model)) {
                absent.add(text);
            }
        }
        assertThat(seen).isGreaterThan(1000);
        assertThat(absent).isEmpty();
    }

    /** Texts of all elements, apart from each other. */
    private static String text(Node node) {
        if (node.getNodeType() == Node.TEXT_NODE) {
            return node.getNodeValue() + " ";
        }
        StringBuilder text = new StringBuilder();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            text.append(text(child));
        }
        return text.toString();
    }

    private static boolean known(BigDecimal shown, Set<BigDecimal> model) {
        for (BigDecimal number : model) {
            int scale = Math.max(shown.scale(), 0);
            BigDecimal rounded = number.setScale(scale, RoundingMode.HALF_EVEN);
            boolean wholeToThree = shown.precision() - shown.scale() > 3
                    && number.subtract(shown).abs().compareTo(shown.abs().movePointLeft(2)) < 0;
            if (rounded.compareTo(shown) == 0 || rounded.negate().compareTo(shown) == 0 || wholeToThree) {
                return true;
            }
        }
        return false;
    }

    private static void collect(Object value, Set<BigDecimal> into) {
        if (value instanceof Double && Double.isFinite((Double) value)) {
            into.add(BigDecimal.valueOf((Double) value));
        } else if (value instanceof Number && !(value instanceof Double)) {
            into.add(BigDecimal.valueOf(((Number) value).longValue()));
        } else if (value instanceof String) {
            Matcher number = NUMBER.matcher((String) value);
            while (number.find()) {
                into.add(new BigDecimal(number.group().replace(",", "")));
            }
        } else if (value instanceof List<?>) {
            ((List<?>) value).forEach(one -> collect(one, into));
        } else if (value instanceof Map<?, ?>) {
            ((Map<?, ?>) value).forEach((key, one) -> {
                collect(key, into);
                collect(one, into);
            });
        } else if (value instanceof Record) {
            for (RecordComponent component : value.getClass().getRecordComponents()) {
                try {
                    collect(component.getAccessor().invoke(value), into);
                } catch (ReflectiveOperationException e) {
                    throw new AssertionError(e);
                }
            }
        }
    }
}
