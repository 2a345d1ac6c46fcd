package io.synthaudit.io;

import io.synthaudit.core.table.InputException;
import java.io.IOException;
import java.io.Reader;

/**
 * Stands between decoder and parser and follows quotes, delimiters and line ends, so that no field and no row can grow
 * without bound inside the parser: an opening quote without its closing one stops after 1 MiB, not at the end of the
 * file. Characters before a fault are delivered first, so that faults are reported in file order.
 */
final class FieldGuard extends Reader {

    static final int MOST_COLUMNS = 10_000;
    static final int LARGEST_FIELD = 1 << 20;

    private enum At {
        START,
        BARE,
        QUOTED,
        CLOSED
    }

    private final Reader in;
    private final char delimiter;
    private final Rejection rejection;
    private At at = At.START;
    private long record;
    private int field = 1;
    private int size;
    private boolean afterReturn;
    private InputException fault;

    FieldGuard(Reader in, char delimiter, Rejection rejection) {
        this.in = in;
        this.delimiter = delimiter;
        this.rejection = rejection;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        if (fault != null) {
            throw fault;
        }
        int count = in.read(target, from, length);
        if (count < 0) {
            if (at == At.QUOTED) {
                throw unclosed("the end of the file");
            }
            return count;
        }
        int end = from + count;
        for (int i = plain(target, from, end); i < end; i = plain(target, i + 1, end)) {
            step(target[i]);
            if (fault != null) {
                if (i == from) {
                    throw fault;
                }
                return i - from;
            }
        }
        return count;
    }

    /**
     * Steps over fields of ASCII without quotes, which most text is made of, with nothing but local variables.
     *
     * @return where {@link #step} has to look closer, or {@code end}
     */
    private int plain(char[] text, int from, int end) {
        if (at == At.QUOTED || at == At.CLOSED || afterReturn) {
            return from;
        }
        int i = from;
        int fields = field;
        int length = size;
        long rows = record;
        for (; i < end; i++) {
            char c = text[i];
            if (c == delimiter) {
                if (fields == MOST_COLUMNS) {
                    break;
                }
                fields++;
                length = 0;
            } else if (c == '\n') {
                rows++;
                fields = 1;
                length = 0;
            } else if (c >= 0x80 || c == '\r' || c == '"' && length == 0 || length == LARGEST_FIELD) {
                break;
            } else {
                length++;
            }
        }
        field = fields;
        size = length;
        record = rows;
        at = length == 0 ? At.START : At.BARE;
        return i;
    }

    private void step(char c) {
        if (at == At.QUOTED) {
            if (c == '"') {
                at = At.CLOSED;
            }
            grow(c);
        } else if (c == delimiter) {
            next(field + 1);
            if (field > MOST_COLUMNS) {
                fault = rejection.of(
                        Rejection.row(record),
                        "expected at most 10,000 columns, found more.",
                        "Audit fewer columns, or check --delimiter.");
            }
        } else if (c == '\n' || c == '\r') {
            if (c == '\r' || !afterReturn) {
                record++;
            }
            next(1);
        } else {
            inside(c);
        }
        afterReturn = c == '\r' && at == At.START;
    }

    private void inside(char c) {
        if (c == '"' && at != At.BARE) {
            at = At.QUOTED;
        } else if (at == At.CLOSED) {
            fault = rejection.of(
                    place(),
                    "expected the delimiter or a line end after a closing double quote, found other text.",
                    "A double quote inside a quoted field is written twice (\"\").");
        } else {
            at = At.BARE;
        }
        grow(c);
    }

    private void next(int nextField) {
        at = At.START;
        field = nextField;
        size = 0;
    }

    private void grow(char c) {
        // Each half of a surrogate pair is two of the four bytes of its character.
        size += c < 0x80 ? 1 : c < 0x800 || Character.isSurrogate(c) ? 2 : 3;
        if (size > LARGEST_FIELD && fault == null) {
            fault = at == At.QUOTED
                    ? unclosed("more than 1 MiB of text")
                    : rejection.of(place(), "expected at most 1 MiB in a field, found more.", "Check --delimiter.");
        }
    }

    private InputException unclosed(String found) {
        return rejection.of(
                place(),
                "expected a closing double quote, found " + found + ".",
                "A field that begins with a double quote ends with one, and holds at most 1 MiB.");
    }

    private String place() {
        return Rejection.row(record) + ", field " + field;
    }

    @Override
    public void close() throws IOException {
        in.close();
    }
}
