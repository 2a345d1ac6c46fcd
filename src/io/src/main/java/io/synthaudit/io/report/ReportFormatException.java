package io.synthaudit.io.report;

/** A report.json that is not one. The message names the place and what was expected, never what stands there. */
public final class ReportFormatException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ReportFormatException(String message) {
        super(message, null, false, false);
    }
}
