package org.hotspots.load;

import de.siegmar.fastcsv.reader.AbstractBaseCsvCallbackHandler;
import java.util.Arrays;

/**
 * The fields of one record, kept as one run of characters with the ends of its fields, and filled again for the next
 * record: most fields are looked up, compared or parsed where they lie and never become strings. That is where reading
 * gains its speed, so nothing here hands out the array to keep.
 *
 * <p>Fields beyond the limits are counted but not kept.
 */
final class CsvRow extends AbstractBaseCsvCallbackHandler<CsvRow> {
    private final int maxFields;
    private final int maxFieldChars;
    private final int[] ends;
    private final boolean[] quoted;
    private char[] chars = new char[1024];
    private int fields;
    private int tooLong;
    private long record;

    CsvRow(int maxFields, int maxFieldChars) {
        this.maxFields = maxFields;
        this.maxFieldChars = maxFieldChars;
        this.ends = new int[maxFields + 1];
        this.quoted = new boolean[maxFields];
    }

    /** Number of fields, also of those that were not kept. */
    int fields() {
        return fields;
    }

    /** Index of the first field that was longer than is kept, or -1. */
    int tooLong() {
        return tooLong;
    }

    /** Record number, the header being 0. */
    long record() {
        return record;
    }

    /** Physical line on which the record starts, from 1. */
    long line() {
        return getStartingLineNumber();
    }

    /** The record's characters; a field is from {@link #start} to {@link #end}. Only to be read, and not kept. */
    char[] chars() {
        return chars;
    }

    int start(int field) {
        return ends[field];
    }

    int end(int field) {
        return ends[field + 1];
    }

    String text(int field) {
        return new String(chars, start(field), end(field) - start(field));
    }

    /** The fields from {@code from} on that are wanted, as CSV again, quoted where the file quoted them. */
    String raw(boolean[] wanted, char delimiter, int maxChars) {
        StringBuilder text = new StringBuilder();
        for (int i = 0; i < Math.min(fields, Math.min(maxFields, wanted.length)) && text.length() < maxChars; i++) {
            if (wanted[i]) {
                text.append(text.isEmpty() ? "" : String.valueOf(delimiter));
                text.append(quoted[i] ? '"' + text(i).replace("\"", "\"\"") + '"' : text(i));
            }
        }
        return text.length() > maxChars ? text.substring(0, maxChars) : text.toString();
    }

    @Override
    protected void handleBegin(long startingLineNumber) {
        fields = 0;
        tooLong = -1;
    }

    @Override
    protected void handleField(int index, char[] buffer, int offset, int length, boolean inQuotes) {
        fields = index + 1;
        if (index >= maxFields) {
            return;
        }
        int kept = length;
        if (length > maxFieldChars) {
            tooLong = tooLong < 0 ? index : tooLong;
            kept = 0;
        }
        int start = ends[index];
        if (start + kept > chars.length) {
            chars = Arrays.copyOf(chars, Math.max(start + kept, chars.length * 2));
        }
        System.arraycopy(buffer, offset, chars, start, kept);
        ends[index + 1] = start + kept;
        quoted[index] = inQuotes;
    }

    @Override
    protected CsvRow buildRecord() {
        if (fields > 0) {
            record++;
        }
        return this;
    }

    /** Starts counting records behind the header. */
    void headerIsRead() {
        record = 0;
    }
}
