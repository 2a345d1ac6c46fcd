package io.synthaudit.cli;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Where it stands which person owns each row: in a column of the tables, or in files with the same row order.
 *
 * @param column a column of the tables, or null
 * @param training a file and its column, or null
 * @param holdout the same for the holdout, or null
 */
record PersonsOption(String column, FileColumn training, FileColumn holdout) {

    private static final Pattern FILES = Pattern.compile("([^#]+)#([^#,]+)(?:,([^#]+)#([^#,]+))?");

    /**
     * A column of a file.
     *
     * @param file the file
     * @param column its column
     */
    record FileColumn(Path file, String column) {}

    /**
     * Reads the option.
     *
     * @throws UsageException if it looks like files but is incomplete
     */
    static PersonsOption parse(String text) {
        if (text.indexOf('#') < 0) {
            return new PersonsOption(text, null, null);
        }
        Matcher files = FILES.matcher(text);
        if (!files.matches()) {
            throw new UsageException("--entity-key: expected COL, FILE#COL or FILE#COL,HOLDOUT_FILE#COL.");
        }
        FileColumn holdout = files.group(3) == null ? null : new FileColumn(Path.of(files.group(3)), files.group(4));
        return new PersonsOption(null, new FileColumn(Path.of(files.group(1)), files.group(2)), holdout);
    }

    /** Fails unless both real tables have a file, or none. */
    void check(boolean hasHoldout) {
        if (training != null && hasHoldout && holdout == null) {
            throw new UsageException("--entity-key: a holdout is given, so its persons are needed too.\n"
                    + "  Write --entity-key FILE#COL,HOLDOUT_FILE#COL");
        }
        if (holdout != null && !hasHoldout) {
            throw new UsageException("--entity-key: persons of a holdout are given, but no --holdout.");
        }
    }

    List<Path> files() {
        return List.of(Optional.ofNullable(training), Optional.ofNullable(holdout)).stream()
                .flatMap(Optional::stream)
                .map(FileColumn::file)
                .toList();
    }

    String canonical() {
        if (column != null) {
            return Request.quoted(column);
        }
        return Request.quoted("<TRAINING-PERSONS>#" + training.column()
                + (holdout == null ? "" : ",<HOLDOUT-PERSONS>#" + holdout.column()));
    }
}
