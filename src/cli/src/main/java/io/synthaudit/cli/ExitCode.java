package io.synthaudit.cli;

/** What a run ends with. Where several apply, the order of weight is 70, 6, 4, 5, 1, 3, 0. */
final class ExitCode {

    /** Every gate that counts is passed. */
    static final int PASS = 0;

    /** A gate that counts failed. */
    static final int FAIL = 1;

    /** The command line cannot be followed. */
    static final int USAGE = 2;

    /** Not enough to decide, and the policy blocks on it. */
    static final int UNDECIDED = 3;

    /** An input table was rejected. */
    static final int INPUT_REJECTED = 4;

    /** The policy or the schema is invalid. */
    static final int INVALID_FORMAT = 6;

    /** The program broke, which must never look like a verdict. */
    static final int INTERNAL_ERROR = 70;

    private ExitCode() {}
}
