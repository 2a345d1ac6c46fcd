package io.synthaudit.cli;

/** Reads {@code --delimiter}. */
final class Delimiter {

    private Delimiter() {}

    static char parse(String text) {
        if (text.equals("tab") || text.equals("\\t")) {
            return '\t';
        }
        if (text.length() != 1 || "\"\r\n".contains(text)) {
            throw new UsageException(
                    "--delimiter: expected one character other than a double quote or a line end, or tab.");
        }
        return text.charAt(0);
    }
}
