package org.hotspots.load;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import java.io.BufferedReader;
import java.io.CharArrayReader;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.Reader;
import java.io.UncheckedIOException;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import org.hotspots.offence.Offence;

/** One text file, read row by row: decoded, its delimiter and header recognised, each row checked. */
final class CsvFile {
    private static final char[] DELIMITERS = {',', ';', '\t', '|'};
    private static final int HEADER_CHARS = 1 << 18;
    private static final int MAX_RAW_CHARS = 2_000;
    private static final int MAX_RECORD_CHARS = 16 << 20;

    private final TextFile file;
    private final Reading reading;

    CsvFile(TextFile file, Reading reading) {
        this.file = file;
        this.reading = reading;
    }

    /** Takes the rows in order. */
    interface Sink {
        void accept(Row row);
    }

    /**
     * Reads the file to its end.
     *
     * @return columns that no reader asked for
     * @throws ImportException where the file as a whole cannot be used
     */
    List<String> read(Sink sink) throws IOException {
        try (InputStream in = file.open();
                BufferedReader text =
                        new BufferedReader(new StrictDecoder(in, reading.charset(), file.name()), HEADER_CHARS)) {
            Layout layout = layout(text);
            readRows(text, layout, sink);
            return layout.header().ignored();
        } catch (MalformedTextException e) {
            throw encodingError(e);
        }
    }

    private record Layout(char delimiter, Header header) {}

    private Layout layout(BufferedReader text) throws IOException {
        text.mark(HEADER_CHARS);
        char[] start = new char[HEADER_CHARS];
        int length = 0;
        for (int n; length < start.length && (n = text.read(start, length, start.length - length)) > 0; ) {
            length += n;
        }
        text.reset();
        Layout best = null;
        for (char delimiter : DELIMITERS) {
            List<String> names = headerNames(new CharArrayReader(start, 0, length), delimiter);
            Layout layout = new Layout(delimiter, new Header(names, reading.profile()));
            if (best == null || layout.header().recognised() > best.header().recognised()) {
                best = layout;
            }
        }
        return checked(Objects.requireNonNull(best));
    }

    private List<String> headerNames(Reader text, char delimiter) throws IOException {
        int maxColumns = reading.limits().maxColumns();
        CsvRow row = new CsvRow(maxColumns, reading.limits().maxFieldChars());
        try (CsvReader<CsvRow> csv = csv(delimiter, row, text)) {
            Iterator<CsvRow> records = csv.iterator();
            if (!records.hasNext()) {
                throw noRows("it is empty");
            }
            records.next();
            if (row.fields() > maxColumns) {
                throw ImportException.unprocessable(
                        "too-many-columns", file.name() + ": " + row.fields() + " columns: at most " + maxColumns);
            }
            List<String> names = new ArrayList<>();
            for (int i = 0; i < row.fields(); i++) {
                names.add(row.text(i));
            }
            return names;
        } catch (CsvParseException e) {
            return List.of();
        }
    }

    private Layout checked(Layout layout) {
        Header header = layout.header();
        if (header.size() == 0) {
            throw malformed("the header cannot be read");
        }
        List<String> missing = header.missing();
        if (!missing.isEmpty() && layout.delimiter() != ',') {
            throw ImportException.unprocessable(
                    "delimiter",
                    file.name() + ": a file may be separated by " + shown(layout.delimiter())
                            + " only where its header has all columns of "
                            + reading.profile().name() + "; missing "
                            + String.join(", ", missing));
        }
        if (!missing.isEmpty()) {
            List<ImportProblem.Fault> faults = new ArrayList<>();
            missing.forEach(column -> faults.add(new ImportProblem.Fault(column, "missing")));
            header.found().forEach(name -> faults.add(new ImportProblem.Fault(RowCheck.quoted(name), "found")));
            throw new ImportException(new ImportProblem(
                    "missing-columns",
                    422,
                    file.name() + ": no column " + String.join(", ", missing),
                    faults.subList(0, Math.min(faults.size(), 200))));
        }
        if (!header.duplicates().isEmpty()) {
            throw ImportException.unprocessable(
                    "duplicate-column", file.name() + ": given twice: " + String.join(", ", header.duplicates()));
        }
        return layout;
    }

    private void readRows(Reader text, Layout layout, Sink sink) throws IOException {
        CsvRow row = new CsvRow(reading.limits().maxColumns(), reading.limits().maxFieldChars());
        RowReader reader = RowReader.of(layout.header(), reading);
        RowCheck check = new RowCheck();
        long rows = 0;
        try (CsvReader<CsvRow> csv = csv(layout.delimiter(), row, text)) {
            Iterator<CsvRow> records = csv.iterator();
            records.next();
            row.headerIsRead();
            while (records.hasNext()) {
                records.next();
                sink.accept(checkedRow(row, layout, reader, check));
                rows++;
            }
        } catch (CsvParseException e) {
            throw translated(e);
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
        if (rows == 0) {
            throw noRows("it has a header and no rows");
        }
    }

    private Row checkedRow(CsvRow row, Layout layout, RowReader reader, RowCheck check) {
        check.clear();
        int columns = layout.header().size();
        Offence offence = null;
        if (row.fields() != columns) {
            check.reject("field-count", row.fields() + " fields: the header has " + columns);
        } else if (row.tooLong() >= 0) {
            check.reject(
                    "field-too-long",
                    RowCheck.quoted(layout.header().found().get(row.tooLong())) + ": at most "
                            + reading.limits().maxFieldChars() + " characters");
        } else {
            offence = reader.read(row, check);
        }
        return offence != null
                ? new Row.Good(row.record(), row.line(), offence)
                : new Row.Rejected(row.record(), row.line(), check.reason(), check.detail(), raw(row, layout));
    }

    /** What may be kept of a rejected row: never a column that the profile does not know, such as a victim's name. */
    private String raw(CsvRow row, Layout layout) {
        if (row.fields() != layout.header().size() && !layout.header().ignored().isEmpty()) {
            return "";
        }
        boolean[] wanted = layout.header().wanted();
        if (row.fields() != layout.header().size()) {
            wanted = new boolean[row.fields()];
            Arrays.fill(wanted, true);
        }
        return row.raw(wanted, layout.delimiter(), MAX_RAW_CHARS);
    }

    private static CsvReader<CsvRow> csv(char delimiter, CsvRow row, Reader text) {
        return CsvReader.builder()
                .fieldSeparator(delimiter)
                .extraFieldStrategy(FieldMismatchStrategy.IGNORE)
                .missingFieldStrategy(FieldMismatchStrategy.IGNORE)
                .allowUnclosedQuote(false)
                .maxBufferSize(MAX_RECORD_CHARS)
                .build(row, text);
    }

    /** The parser wraps all that is thrown below it; what it found itself has no cause. */
    private RuntimeException translated(CsvParseException e) throws IOException {
        Throwable cause = e.getCause();
        if (cause instanceof RuntimeException fault) {
            return fault;
        }
        if (cause instanceof IOException fault) {
            throw fault;
        }
        if (cause instanceof Error error) {
            throw error;
        }
        return malformed(String.valueOf(e.getMessage()));
    }

    private ImportException malformed(String why) {
        return ImportException.unprocessable("malformed-csv", file.name() + ": " + why);
    }

    private ImportException noRows(String why) {
        return ImportException.unprocessable("no-rows", file.name() + ": " + why);
    }

    private ImportException encodingError(MalformedTextException e) throws IOException {
        String advice = reading.charset() == null ? "; give its charset if it is another" : "";
        return ImportException.unprocessable(
                "encoding-error",
                file.name() + ": line " + lineOf(e.byteOffset(), e.charset()) + ", byte offset " + e.byteOffset()
                        + ": not " + e.charset() + advice);
    }

    /** Counts lines up to an offset by reading the file again, so that the usual case need not count. */
    private long lineOf(long byteOffset, Charset charset) throws IOException {
        long line = 1;
        try (Reader text = new InputStreamReader(new BoundedStream(file.open(), byteOffset), charset)) {
            int before = 0;
            for (int c; (c = text.read()) >= 0; before = c) {
                if (c == '\r' || (c == '\n' && before != '\r')) {
                    line++;
                }
            }
        }
        return line;
    }

    private static String shown(char delimiter) {
        return delimiter == '\t' ? "TAB" : "\"" + delimiter + "\"";
    }

    private static final class BoundedStream extends FilterInputStream {
        private long left;

        BoundedStream(InputStream in, long bytes) {
            super(in);
            this.left = bytes;
        }

        @Override
        public int read() throws IOException {
            byte[] one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            if (left == 0) {
                return -1;
            }
            int n = in.read(buffer, offset, (int) Math.min(length, left));
            left -= Math.max(n, 0);
            return n;
        }
    }
}
