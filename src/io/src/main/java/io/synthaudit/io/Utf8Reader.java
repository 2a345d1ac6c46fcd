package io.synthaudit.io;

import io.synthaudit.core.table.InputException;
import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * Decodes UTF-8 and nothing else. A byte order mark at the start is skipped; a malformed sequence or a NUL is an
 * {@link InputException} with its byte offset, after all characters before it have been delivered.
 */
final class Utf8Reader extends Reader {

    private static final int BUFFER = 1 << 16;

    private final InputStream bytes;
    private final Rejection rejection;
    private final CharsetDecoder decoder = StandardCharsets.UTF_8
            .newDecoder()
            .onMalformedInput(CodingErrorAction.REPORT)
            .onUnmappableCharacter(CodingErrorAction.REPORT);
    private final ByteBuffer buffer = ByteBuffer.allocate(BUFFER).limit(0);
    private long offset;
    private boolean end;
    private boolean started;
    private int nul = -1;

    Utf8Reader(InputStream bytes, Rejection rejection) {
        this.bytes = bytes;
        this.rejection = rejection;
    }

    @Override
    public int read(char[] target, int from, int length) throws IOException {
        CharBuffer out = CharBuffer.wrap(target, from, length);
        while (out.position() == 0) {
            boolean more = fill();
            int before = buffer.position();
            int limit = buffer.limit();
            if (nul >= 0) {
                buffer.limit(nul);
            }
            CoderResult result = decoder.decode(buffer, out, !more || nul >= 0);
            buffer.limit(limit);
            offset += buffer.position() - before;
            if (out.position() > 0) {
                break;
            }
            if (result.isError()) {
                throw malformed();
            }
            if (nul >= 0 && buffer.position() == nul) {
                throw rejection.of(
                        at(),
                        "expected text, found a NUL byte.",
                        "A CSV file holds no NUL; the file may be binary or in UTF-16. Save it as UTF-8.");
            }
            if (!more && !buffer.hasRemaining()) {
                return -1;
            }
        }
        return out.position();
    }

    /** Tops the buffer up; false at the end of the stream. */
    private boolean fill() throws IOException {
        if (!end && nul < 0 && buffer.remaining() < 4) {
            buffer.compact();
            while (!end && buffer.position() < 4) {
                int count = bytes.read(buffer.array(), buffer.position(), buffer.remaining());
                end = count < 0;
                buffer.position(buffer.position() + Math.max(0, count));
            }
            buffer.flip();
            skipMark();
            nul = firstNul();
        }
        return !end;
    }

    private void skipMark() {
        if (!started) {
            started = true;
            boolean mark = buffer.remaining() >= 3
                    && buffer.get(0) == (byte) 0xEF
                    && buffer.get(1) == (byte) 0xBB
                    && buffer.get(2) == (byte) 0xBF;
            if (mark) {
                buffer.position(3);
                offset = 3;
            }
        }
    }

    private int firstNul() {
        byte[] array = buffer.array();
        for (int i = buffer.position(), n = buffer.limit(); i < n; i++) {
            if (array[i] == 0) {
                return i;
            }
        }
        return -1;
    }

    private InputException malformed() {
        return rejection.of(
                at(),
                "expected UTF-8, found bytes that are no character.",
                "Save the file as UTF-8 (a spreadsheet calls it \"CSV UTF-8\").");
    }

    private String at() {
        return String.format(Locale.ROOT, "byte offset %,d", offset);
    }

    @Override
    public void close() throws IOException {
        bytes.close();
    }
}
