package io.synthaudit.reports.html;

import freemarker.core.HTMLOutputFormat;
import freemarker.template.TemplateModelException;
import io.synthaudit.reports.text.Visible;
import java.io.IOException;
import java.io.Writer;

/**
 * HTML in which nothing hides: every string that a template prints is first made visible, then escaped. It takes the place
 * of FreeMarker's own format of the same name, so that no template can forget it.
 */
final class VisibleHtml extends HTMLOutputFormat {

    static final VisibleHtml FORMAT = new VisibleHtml();

    private VisibleHtml() {}

    @Override
    public void output(String text, Writer out) throws IOException, TemplateModelException {
        super.output(Visible.of(text), out);
    }

    @Override
    public String escapePlainText(String text) {
        return super.escapePlainText(Visible.of(text));
    }
}
