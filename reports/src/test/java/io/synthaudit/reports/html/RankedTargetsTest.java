package io.synthaudit.reports.html;

import static org.assertj.core.api.Assertions.assertThat;

import io.synthaudit.reports.Pages;
import io.synthaudit.reports.SampleReport;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** An evaluation whose description ranks its targets tells all measures of a target side by side, the worst target first. */
class RankedTargetsTest {

    private final Element article =
            Pages.all(Pages.parse(new HtmlRenderer().render(SampleReport.failing())), "article").stream()
                    .filter(a -> a.getTextContent().contains("utility.fairness"))
                    .findFirst()
                    .orElseThrow();

    @Test
    void the_worst_group_stands_first_with_all_its_measures() {
        List<Element> tables = Pages.within(article, "table");
        assertThat(tables).hasSize(1);
        List<Element> rows = Pages.within(Pages.within(tables.get(0), "tbody").get(0), "tr");
        assertThat(rows)
                .extracting(row -> Pages.within(row, "th").get(0).getTextContent())
                .satisfiesExactly(
                        first -> assertThat(first)
                                .contains("in sex=female, race=other")
                                .contains("Is it as fair?"),
                        second -> assertThat(second).contains("in sex=male"),
                        third -> assertThat(third).contains("in sex=female").doesNotContain("race"));
        assertThat(Pages.within(rows.get(0), "td"))
                .extracting(Element::getTextContent)
                .startsWith("0.052 [0.042, 0.062]", "0.143 [0.133, 0.153]", "-0.117 [-0.127, -0.107]");
        assertThat(Pages.within(rows.get(1), "td").get(2).getTextContent()).isEqualTo("\u2013");
    }

    @Test
    void heads_name_the_measures_and_no_further_table_repeats_them() {
        List<Element> heads = Pages.within(Pages.within(article, "thead").get(0), "th");
        assertThat(heads)
                .extracting(Element::getTextContent)
                .containsExactly("Column", "Value [interval]", "Error", "Tpr gap difference");
        assertThat(article.getTextContent()).doesNotContain("Further measures");
    }

    @Test
    void what_is_not_measured_names_its_group() {
        assertThat(article.getTextContent()).contains("readmitted in sex=male. The group has fewer than 10 test rows");
    }
}
