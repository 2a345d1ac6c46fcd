package io.synthaudit.reports.html;

import com.google.auto.service.AutoService;
import freemarker.core.TemplateClassResolver;
import freemarker.template.Configuration;
import freemarker.template.Template;
import freemarker.template.TemplateException;
import freemarker.template.TemplateExceptionHandler;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.Renderer;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TimeZone;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * One file that opens anywhere: no script, no request, drawings as inline SVG. A content security policy forbids all that
 * the page does not hold itself, so that even a string that got past the escaping could do nothing.
 */
@AutoService(Renderer.class)
public final class HtmlRenderer implements Renderer {

    private static final Pattern PART = Pattern.compile("<#(?:include|import) \"([^\"]+)\"");

    private Template template;

    @Override
    public String file() {
        return "report.html";
    }

    @Override
    public boolean alwaysPublic() {
        return false;
    }

    @Override
    public synchronized void prepare() {
        try {
            if (template == null) {
                Configuration configuration = configuration();
                template = configuration.getTemplate("report.ftlh");
                // The parts are found again in the configuration's cache when the page is made.
                Matcher parts = PART.matcher(template.toString());
                while (parts.find()) {
                    configuration.getTemplate(parts.group(1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public byte[] render(AuditReport report) {
        prepare();
        StringWriter page = new StringWriter(1 << 16);
        try {
            template.process(Map.of("page", Page.of(report)), page);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (TemplateException e) {
            // The cause may quote what was to be printed; the place in the template is enough.
            throw new IllegalStateException("template " + e.getTemplateSourceName() + ", line " + e.getLineNumber()
                    + ": the page could not be made");
        }
        return page.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static Configuration configuration() {
        Configuration configuration = new Configuration(Configuration.VERSION_2_3_35);
        configuration.setClassForTemplateLoading(HtmlRenderer.class, "");
        configuration.setDefaultEncoding(StandardCharsets.UTF_8.name());
        configuration.setRegisteredCustomOutputFormats(List.of(VisibleHtml.FORMAT));
        configuration.setOutputFormat(VisibleHtml.FORMAT);
        configuration.setAutoEscapingPolicy(Configuration.FORCE_AUTO_ESCAPING_POLICY);
        configuration.setInterpolationSyntax(Configuration.DOLLAR_INTERPOLATION_SYNTAX);
        configuration.setNewBuiltinClassResolver(TemplateClassResolver.ALLOWS_NOTHING_RESOLVER);
        configuration.setAPIBuiltinEnabled(false);
        configuration.setTemplateExceptionHandler(TemplateExceptionHandler.RETHROW_HANDLER);
        configuration.setLogTemplateExceptions(false);
        configuration.setWrapUncheckedExceptions(true);
        configuration.setLocalizedLookup(false);
        configuration.setLocale(Locale.ROOT);
        configuration.setTimeZone(TimeZone.getTimeZone("UTC"));
        configuration.setNumberFormat("0.##");
        return configuration;
    }
}
