package io.synthaudit.core.audit;

import io.synthaudit.core.evaluation.Reason;

/** Says that something broke without saying what it was fed: an exception's message may hold a cell. */
final class Failures {

    private Failures() {}

    static Reason reason(RuntimeException e) {
        StackTraceElement[] trace = e.getStackTrace();
        String place = trace.length == 0
                ? ""
                : " in " + simple(trace[0].getClassName()) + ", line " + trace[0].getLineNumber();
        return new Reason(
                "error",
                "It broke (" + e.getClass().getSimpleName() + place
                        + "). This is a defect of the program, not of the data.");
    }

    private static String simple(String className) {
        return className.substring(className.lastIndexOf('.') + 1);
    }
}
