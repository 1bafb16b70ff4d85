package org.hotspots.load;

import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** What a file is, by its first bytes and not by its name. */
@SuppressWarnings("ImmutableEnumChecker") // the array never leaves
enum ContentKind {
    TEXT(""),
    GZIP("\u001f\u008b"),
    ZIP("PK\u0003\u0004"),
    EMPTY_ZIP("PK\u0005\u0006"),
    PNG("\u0089PNG"),
    JPEG("\u00ff\u00d8\u00ff"),
    GIF("GIF8"),
    PDF("%PDF-"),
    ELF("\u007fELF"),
    WINDOWS_PROGRAM("MZ\u0090"),
    /** The container of the older Microsoft Office files, .xls among them. */
    OLE("\u00d0\u00cf\u0011\u00e0"),
    SQLITE("SQLite format 3"),
    SEVEN_ZIP("7z\u00bc\u00af"),
    RAR("Rar!"),
    BZIP2("BZh"),
    XZ("\u00fd7zXZ"),
    ZSTANDARD("(\u00b5/\u00fd"),
    HTML(""),
    XML("");

    /** How many bytes {@link #of} wants to see. */
    static final int HEAD_BYTES = 512;

    private final byte[] magic;

    ContentKind(String magic) {
        this.magic = magic.getBytes(StandardCharsets.ISO_8859_1);
    }

    static ContentKind of(byte[] head) {
        for (ContentKind kind : values()) {
            if (kind.magic.length > 0 && startsWith(head, kind.magic)) {
                return kind;
            }
        }
        String start =
                new String(head, StandardCharsets.ISO_8859_1).stripLeading().toLowerCase(Locale.ROOT);
        if (start.startsWith("<!doctype html") || start.startsWith("<html") || start.startsWith("<head")) {
            return HTML;
        }
        return start.startsWith("<?xml") || start.startsWith("<svg") ? XML : TEXT;
    }

    boolean isArchive() {
        return switch (this) {
            case GZIP, ZIP, EMPTY_ZIP, SEVEN_ZIP, RAR, BZIP2, XZ, ZSTANDARD -> true;
            default -> false;
        };
    }

    private static boolean startsWith(byte[] head, byte[] magic) {
        if (head.length < magic.length) {
            return false;
        }
        for (int i = 0; i < magic.length; i++) {
            if (head[i] != magic[i]) {
                return false;
            }
        }
        return true;
    }
}
