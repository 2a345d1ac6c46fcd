package io.synthaudit.core.report;

/** Makes one file of a report. A service type: the command line finds renderers, sorted by file name. */
public interface Renderer {

    /** Name of the file, such as {@code report.html}. */
    String file();

    /** Whether the file is always made from the public model, because others than the reader see it. */
    boolean alwaysPublic();

    /** Loads what rendering needs and no report changes; may run before there is a report. */
    default void prepare() {}

    /** The file's bytes; equal reports give equal bytes. */
    byte[] render(AuditReport report);
}
