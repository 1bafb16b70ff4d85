package org.hotspots.load;

import java.text.Normalizer;
import java.util.Locale;
import java.util.Map;
import org.hotspots.load.Header.Position;
import org.jspecify.annotations.Nullable;

/**
 * One canonical column of a file: takes its text from a row, checks it, and translates it by the profile's words.
 *
 * <p>Text that repeats (streets, categories, forces) is remembered by its characters, so that it is checked, translated
 * and made a string once and not a million times; a slot keeps the last text that fell into it, so memory is bounded.
 */
final class Column {
    /** Characters of a place name; what is longer is rarely repeated. */
    private static final int MAX_REMEMBERED_CHARS = 128;

    private final String name;
    private final Position position;
    private final boolean verbatim;
    private final Map<String, String> words;
    private final @Nullable String[] rawOfSlot;
    private final String[] textOfSlot;

    private Column(String name, Header header, Profile profile, boolean verbatim, int slots) {
        this.name = name;
        this.position = header.position(name);
        this.verbatim = verbatim;
        this.words = profile.values().getOrDefault(name, Map.of());
        this.rawOfSlot = new String[slots];
        this.textOfSlot = new String[slots];
    }

    /** Text kept as it stands, space around it included. */
    static Column verbatim(String name, Header header, Profile profile) {
        return new Column(name, header, profile, true, 1 << 14);
    }

    /** Words, codes and numbers: space around them means nothing. */
    static Column stripped(String name, Header header, Profile profile) {
        return new Column(name, header, profile, false, 1 << 10);
    }

    String name() {
        return name;
    }

    boolean isPresent() {
        return position.index() >= 0 || !position.constant().isEmpty();
    }

    /** Index of the field in a row, or -1 where the file has no such column. */
    int index() {
        return position.index();
    }

    /** The row's text, empty where it is blank or absent; rejects the row where the text cannot be stored. */
    String read(CsvRow row, RowCheck check) {
        int index = position.index();
        if (index < 0) {
            return position.constant();
        }
        int start = row.start(index);
        int length = row.end(index) - start;
        if (length == 0) {
            return "";
        }
        if (length > MAX_REMEMBERED_CHARS) {
            return translated(row.text(index), check);
        }
        int slot = hash(row.chars(), start, length) & (rawOfSlot.length - 1);
        String raw = rawOfSlot[slot];
        if (raw != null && same(raw, row.chars(), start, length)) {
            return textOfSlot[slot];
        }
        raw = row.text(index);
        String text = translated(raw, check);
        if (!check.isRejected()) {
            rawOfSlot[slot] = raw;
            textOfSlot[slot] = text;
        }
        return text;
    }

    /** As {@link #read}, with nothing remembered: for text that hardly ever repeats. */
    String readUnique(CsvRow row, RowCheck check) {
        return position.index() < 0 ? position.constant() : translated(row.text(position.index()), check);
    }

    private String translated(String raw, RowCheck check) {
        String stripped = raw.strip();
        if (!words.isEmpty()) {
            String meaning = words.get(stripped.toLowerCase(Locale.ROOT));
            if (meaning != null) {
                return meaning;
            }
        }
        return stripped.isEmpty() ? "" : checked(verbatim ? raw : stripped, check);
    }

    private String checked(String text, RowCheck check) {
        boolean plain = true;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if ((c < ' ' && c != '\t' && c != '\n' && c != '\r') || (c >= 0x7f && c <= 0x9f)) {
                check.reject("control-character", name + "=" + RowCheck.quoted(text) + ": no control characters");
            } else if (c == '\ufffd') {
                check.reject(
                        "replacement-character",
                        name + "=" + RowCheck.quoted(text) + ": a character was lost before the file was made");
            }
            plain &= c < 0x7f;
        }
        return plain ? text : Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static int hash(char[] chars, int start, int length) {
        int hash = length;
        for (int i = start; i < start + length; i++) {
            hash = 31 * hash + chars[i];
        }
        return hash ^ (hash >>> 15);
    }

    private static boolean same(String text, char[] chars, int start, int length) {
        if (text.length() != length) {
            return false;
        }
        for (int i = 0; i < length; i++) {
            if (text.charAt(i) != chars[start + i]) {
                return false;
            }
        }
        return true;
    }
}
