package io.synthaudit.io;

import io.synthaudit.core.table.InputException;
import java.io.BufferedInputStream;
import java.io.EOFException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;
import java.util.zip.ZipException;

/**
 * Unpacks gzip, found by its first bytes, and refuses other archives. Beyond 1 MiB the unpacked text may be at most 200
 * times the packed bytes: tables pack 3 to 30 times, and a bomb 1,000 times.
 */
final class Unpacking {

    private static final int MAGIC = 8;
    private static final int BUFFER = 1 << 16;
    private static final long FREE = 1 << 20;
    private static final long RATIO = 200;

    private Unpacking() {}

    static InputStream of(InputStream file, Rejection rejection) throws IOException {
        BufferedInputStream packed = new BufferedInputStream(file, BUFFER);
        packed.mark(MAGIC);
        byte[] magic = packed.readNBytes(MAGIC);
        packed.reset();
        if (starts(magic, 0x1F, 0x8B)) {
            return new Gunzip(packed, rejection);
        }
        String archive = archive(magic);
        if (!archive.isEmpty()) {
            throw rejection.of(
                    "", "expected CSV text, plain or in gzip, found " + archive + ".", "Unpack or export it as CSV.");
        }
        return packed;
    }

    private static String archive(byte[] magic) {
        if (starts(magic, 'P', 'K', 3, 4)) {
            return "a zip archive or a spreadsheet";
        }
        if (starts(magic, 'B', 'Z', 'h') && magic.length > 4 && magic[4] == '1') {
            return "a bzip2 archive";
        }
        if (starts(magic, 0xFD, '7', 'z', 'X', 'Z')) {
            return "an xz archive";
        }
        if (starts(magic, '7', 'z', 0xBC, 0xAF)) {
            return "a 7z archive";
        }
        if (starts(magic, 0x28, 0xB5, 0x2F, 0xFD)) {
            return "a zstd archive";
        }
        return starts(magic, 'P', 'A', 'R', '1') ? "a Parquet file" : "";
    }

    private static boolean starts(byte[] magic, int... expected) {
        for (int i = 0; i < expected.length; i++) {
            if (i >= magic.length || (magic[i] & 0xFF) != expected[i]) {
                return false;
            }
        }
        return true;
    }

    /** Counts what goes in. */
    private static final class Counting extends FilterInputStream {

        private long count;

        Counting(InputStream in) {
            super(in);
        }

        @Override
        public int read() throws IOException {
            int value = super.read();
            count += value < 0 ? 0 : 1;
            return value;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read = super.read(target, from, length);
            count += Math.max(0, read);
            return read;
        }
    }

    /** Compares what comes out with what went in. */
    private static final class Gunzip extends InputStream {

        private final Rejection rejection;
        private final Counting packed;
        private final InputStream unpacked;
        private long count;

        Gunzip(InputStream in, Rejection rejection) throws IOException {
            this.rejection = rejection;
            this.packed = new Counting(in);
            this.unpacked = open();
        }

        private InputStream open() throws IOException {
            try {
                return new GZIPInputStream(packed, BUFFER);
            } catch (EOFException | ZipException damaged) {
                throw damaged();
            }
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] target, int from, int length) throws IOException {
            int read;
            try {
                read = unpacked.read(target, from, length);
            } catch (EOFException | ZipException damaged) {
                throw damaged();
            }
            count += Math.max(0, read);
            if (count > FREE && count > RATIO * packed.count) {
                throw rejection.of(
                        "",
                        "expected gzip that unpacks to at most 200 times its size, found more.",
                        "Unpack the file first if it is to be trusted.");
            }
            return read;
        }

        private InputException damaged() {
            return rejection.of(
                    "", "expected a whole gzip file, found a damaged or cut one.", "Pack or copy it again.");
        }

        @Override
        public void close() throws IOException {
            unpacked.close();
        }
    }
}
