package org.hotspots.http;

import java.io.FilterWriter;
import java.io.IOException;
import java.io.Writer;

/**
 * Makes CSV safe to open in a spreadsheet, which would run a text that begins like a formula: such a field gets an
 * apostrophe first. Numbers may begin with a minus sign and are left alone, as are fields that hold nothing else.
 */
final class FormulaSafeWriter extends FilterWriter {
    private static final String DANGEROUS = "=+-@\t\r";

    private final StringBuilder head = new StringBuilder();
    private boolean atStart = true;
    private boolean quoted;

    FormulaSafeWriter(Writer out) {
        super(out);
    }

    @Override
    public void write(int c) throws IOException {
        accept((char) c);
    }

    @Override
    public void write(char[] chars, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            accept(chars[i]);
        }
    }

    @Override
    public void write(String text, int from, int length) throws IOException {
        for (int i = from; i < from + length; i++) {
            accept(text.charAt(i));
        }
    }

    private void accept(char c) throws IOException {
        if (c == '"') {
            quoted = !quoted;
        }
        boolean ends = !quoted && (c == ',' || c == '\n');
        if (head.length() > 0) {
            continueHead(c, ends);
        } else if (atStart && c != '"' && DANGEROUS.indexOf(c) >= 0 && !(c == '\r' && !quoted)) {
            head.append(c);
            atStart = false;
        } else {
            out.write(c);
            atStart = ends || (atStart && c == '"');
        }
        if (ends) {
            atStart = true;
        }
    }

    /** A sign is kept back until the field turns out to be a number, or not. */
    private void continueHead(char c, boolean ends) throws IOException {
        boolean signed = head.charAt(0) == '-' || head.charAt(0) == '+';
        boolean numeric = (c >= '0' && c <= '9') || c == '.';
        if (signed && numeric && head.length() < 40) {
            head.append(c);
            return;
        }
        boolean number = signed && head.length() > 1 && (ends || c == '"' || c == '\r');
        release(number);
        out.write(c);
        atStart = ends;
    }

    private void release(boolean number) throws IOException {
        if (!number) {
            out.write('\'');
        }
        out.write(head.toString());
        head.setLength(0);
    }

    @Override
    public void close() throws IOException {
        if (head.length() > 0) {
            release(head.length() > 1);
        }
        super.close();
    }
}
