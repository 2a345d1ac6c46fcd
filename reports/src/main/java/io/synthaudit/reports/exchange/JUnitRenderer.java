package io.synthaudit.reports.exchange;

import com.google.auto.service.AutoService;
import io.synthaudit.core.gate.Verdict;
import io.synthaudit.core.report.AuditReport;
import io.synthaudit.core.report.Renderer;
import io.synthaudit.core.report.ReportJudgement;
import io.synthaudit.reports.text.Visible;
import io.synthaudit.reports.text.Words;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/**
 * Gates as test cases, one suite per family. A gate that fails and blocks is a failure, a blocking gate without a decision
 * or a number is an error, and what does not block is skipped with its message, so that continuous integration is as red
 * as the verdict and no redder. Where the verdict is no pass though no gate blocks, a case of its own says so. Passes carry their evidence. There is no time in it.
 */
@AutoService(Renderer.class)
public final class JUnitRenderer implements Renderer {

    @Override
    public String file() {
        return "junit.xml";
    }

    @Override
    public boolean alwaysPublic() {
        return true;
    }

    @Override
    public byte[] render(AuditReport report) {
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        try {
            XMLStreamWriter xml =
                    XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(bytes, StandardCharsets.UTF_8.name());
            xml.writeStartDocument(StandardCharsets.UTF_8.name(), "1.0");
            xml.writeCharacters("\n");
            suites(report, xml);
            xml.writeEndDocument();
            xml.writeCharacters("\n");
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("junit.xml could not be made");
        }
        return bytes.toByteArray();
    }

    private static void suites(AuditReport report, XMLStreamWriter xml) throws XMLStreamException {
        Map<String, List<ReportJudgement>> families = new TreeMap<>();
        for (ReportJudgement judgement : report.judgements()) {
            families.computeIfAbsent(GateText.family(judgement), family -> new ArrayList<>())
                    .add(judgement);
        }
        xml.writeStartElement("testsuites");
        xml.writeAttribute("name", "synthaudit");
        totals(report.judgements(), GateText.withheld(report) ? 1 : 0, xml);
        xml.writeAttribute("time", "0");
        for (Map.Entry<String, List<ReportJudgement>> family : families.entrySet()) {
            line(xml, 1);
            suite(family.getKey(), family.getValue(), report, xml);
        }
        if (GateText.withheld(report)) {
            line(xml, 1);
            verdict(report, xml);
        }
        line(xml, 0);
        xml.writeEndElement();
    }

    private static void verdict(AuditReport report, XMLStreamWriter xml) throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", "release");
        totals(List.of(), 1, xml);
        xml.writeAttribute("skipped", "0");
        xml.writeAttribute("time", "0");
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", "verdict");
        xml.writeAttribute("classname", "synthaudit.release");
        xml.writeAttribute("time", "0");
        xml.writeStartElement("error");
        xml.writeAttribute("type", Words.of(report.verdict()));
        xml.writeAttribute("message", GateText.verdict(report));
        xml.writeEndElement();
        xml.writeEndElement();
        xml.writeEndElement();
    }

    private static void suite(String family, List<ReportJudgement> judgements, AuditReport report, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement("testsuite");
        xml.writeAttribute("name", family);
        totals(judgements, 0, xml);
        xml.writeAttribute(
                "skipped",
                Long.toString(judgements.stream().filter(JUnitRenderer::skipped).count()));
        xml.writeAttribute("time", "0");
        line(xml, 2);
        xml.writeStartElement("properties");
        property("verdict", Words.of(report.verdict()), xml);
        property("policy", report.provenance().policy(), xml);
        property("tool", report.provenance().tool(), xml);
        line(xml, 2);
        xml.writeEndElement();
        for (ReportJudgement judgement : judgements) {
            line(xml, 2);
            testcase(family, judgement, report, xml);
        }
        line(xml, 1);
        xml.writeEndElement();
    }

    private static void testcase(String family, ReportJudgement judgement, AuditReport report, XMLStreamWriter xml)
            throws XMLStreamException {
        xml.writeStartElement("testcase");
        xml.writeAttribute("name", Visible.prose(judgement.gate()));
        xml.writeAttribute("classname", "synthaudit." + family);
        xml.writeAttribute("time", "0");
        line(xml, 3);
        String message = GateText.line(judgement);
        String evidence = GateText.sentence(judgement, report);
        if (judgement.verdict() == Verdict.PASS) {
            xml.writeStartElement("system-out");
            xml.writeCharacters(evidence.isEmpty() ? message : message + "\n" + evidence);
        } else {
            String kind = skipped(judgement) ? "skipped" : failed(judgement) ? "failure" : "error";
            xml.writeStartElement(kind);
            xml.writeAttribute("type", Words.of(judgement.verdict()));
            xml.writeAttribute("message", skipped(judgement) ? "a remark, " + message : message);
            xml.writeCharacters(evidence);
        }
        xml.writeEndElement();
        line(xml, 2);
        xml.writeEndElement();
    }

    private static void totals(List<ReportJudgement> judgements, int withheld, XMLStreamWriter xml)
            throws XMLStreamException {
        long failures = judgements.stream().filter(JUnitRenderer::failed).count();
        long errors = judgements.stream()
                .filter(j -> GateText.blocks(j) && !failed(j))
                .count();
        xml.writeAttribute("tests", Integer.toString(judgements.size() + withheld));
        xml.writeAttribute("failures", Long.toString(failures));
        xml.writeAttribute("errors", Long.toString(errors + withheld));
    }

    private static boolean failed(ReportJudgement judgement) {
        return GateText.blocks(judgement) && judgement.verdict() == Verdict.FAIL;
    }

    private static boolean skipped(ReportJudgement judgement) {
        return judgement.verdict() != Verdict.PASS && !GateText.blocks(judgement);
    }

    private static void property(String name, String value, XMLStreamWriter xml) throws XMLStreamException {
        line(xml, 3);
        xml.writeEmptyElement("property");
        xml.writeAttribute("name", name);
        xml.writeAttribute("value", Visible.prose(value));
    }

    private static void line(XMLStreamWriter xml, int depth) throws XMLStreamException {
        xml.writeCharacters("\n" + "  ".repeat(depth));
    }
}
