package org.hotspots.load;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.RandomAccessFile;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.zip.CRC32;
import org.apache.commons.compress.archivers.zip.ZipArchiveEntry;
import org.apache.commons.compress.archivers.zip.ZipFile;

/**
 * The entries of a zip, read from its directory. Names are looked at and shown, never used as paths. The directory is
 * checked whole before anything is unpacked: number of entries, names, encryption, and that no two entries share bytes
 * of the file (which is how a small archive is made to hold everything several times).
 */
final class ZipMembers implements Closeable {
    private static final int END_RECORD_BYTES = 22;
    private static final int MAX_COMMENT_BYTES = 0xffff;
    private static final int END_SIGNATURE = 0x06054b50;
    /** What the end record holds where there are more entries than it can count. */
    private static final int FULL = 0xffff;

    private static final int LOCATOR_BYTES = 20;
    private static final int LOCATOR_SIGNATURE = 0x07064b50;
    private static final int LARGE_END_RECORD_BYTES = 56;

    private final ImportSource source;
    private final ZipFile zip;
    private final ReadMeter meter;
    private final List<ZipArchiveEntry> entries;

    private ZipMembers(ImportSource source, ZipFile zip, ReadMeter meter) {
        this.source = source;
        this.zip = zip;
        this.meter = meter;
        this.entries = Collections.list(zip.getEntriesInPhysicalOrder());
    }

    /** @throws ImportException where the archive cannot be trusted */
    static ZipMembers open(ImportSource source, ReadLimits limits, ReadMeter meter) throws IOException {
        checkEntryCount(source, limits);
        ZipFile zip;
        try {
            zip = ZipFile.builder().setPath(source.path()).get();
        } catch (IOException | IllegalArgumentException e) {
            throw corrupt(source.name(), "its directory cannot be read");
        }
        ZipMembers members = new ZipMembers(source, zip, meter);
        try {
            members.check();
            return members;
        } catch (IOException | RuntimeException e) {
            members.close();
            throw e;
        }
    }

    /** All files in it, in the order of their names; directories left out. */
    List<ZipMember> list() {
        List<ZipMember> members = new ArrayList<>();
        for (ZipArchiveEntry entry : entries) {
            if (!entry.isDirectory()) {
                members.add(new ZipMember(entry));
            }
        }
        members.sort(Comparator.comparing(ZipMember::path));
        return members;
    }

    /** Whether it is an Office document rather than an archive of files. */
    boolean isOfficeDocument() {
        return zip.getEntry("[Content_Types].xml") != null || zip.getEntry("mimetype") != null;
    }

    @Override
    public void close() throws IOException {
        zip.close();
    }

    /** Counts entries before the directory is read into memory, from the record at the file's end. */
    private static void checkEntryCount(ImportSource source, ReadLimits limits) throws IOException {
        try (RandomAccessFile file = new RandomAccessFile(source.path().toFile(), "r")) {
            long entries = entryCount(file);
            if (entries < 0) {
                throw corrupt(source.name(), "it has no directory");
            }
            if (entries > limits.maxEntries()) {
                throw ImportException.unprocessable(
                        "too-many-entries",
                        source.name() + ": " + entries + " entries: at most " + limits.maxEntries());
            }
        }
    }

    /** The number in the end record or, where that is full, in the larger record that a locator in front points at. */
    private static long entryCount(RandomAccessFile file) throws IOException {
        byte[] tail = new byte[(int) Math.min(file.length(), END_RECORD_BYTES + MAX_COMMENT_BYTES + LOCATOR_BYTES)];
        file.seek(file.length() - tail.length);
        file.readFully(tail);
        for (int at = tail.length - END_RECORD_BYTES; at >= 0; at--) {
            if (littleEndian(tail, at, 4) != END_SIGNATURE) {
                continue;
            }
            long entries = littleEndian(tail, at + 10, 2);
            int locator = at - LOCATOR_BYTES;
            if (entries < FULL || locator < 0 || littleEndian(tail, locator, 4) != LOCATOR_SIGNATURE) {
                return entries;
            }
            byte[] large = new byte[LARGE_END_RECORD_BYTES];
            long offset = littleEndian(tail, locator + 8, 8);
            if (offset < 0 || offset > file.length() - large.length) {
                return -1;
            }
            file.seek(offset);
            file.readFully(large);
            return littleEndian(large, 32, 8) < 0 ? Long.MAX_VALUE : littleEndian(large, 32, 8);
        }
        return -1;
    }

    private static long littleEndian(byte[] bytes, int offset, int length) {
        long value = 0;
        for (int i = length - 1; i >= 0; i--) {
            value = (value << 8) | (bytes[offset + i] & 0xff);
        }
        return value;
    }

    private void check() throws IOException {
        long end = 0;
        for (ZipArchiveEntry entry : entries) {
            String label = label(entry);
            if (isUnsafe(entry)) {
                throw ImportException.unprocessable(
                        "unsafe-entry-name", label + ": entry names must be plain relative paths, and no links");
            }
            if (entry.getGeneralPurposeBit().usesEncryption()) {
                throw ImportException.unprocessable("encrypted-archive", label + ": the entry is encrypted");
            }
            if (entry.getLocalHeaderOffset() < end) {
                throw corrupt(label, "entries overlap");
            }
            end = entry.getDataOffset() + entry.getCompressedSize();
        }
    }

    private static boolean isUnsafe(ZipArchiveEntry entry) {
        String name = entry.getName().replace('\\', '/');
        return entry.isUnixSymlink()
                || name.startsWith("/")
                || name.matches("(?s)[A-Za-z]:.*")
                || name.chars().anyMatch(c -> c < ' ')
                || List.of(name.split("/")).contains("..");
    }

    private String label(ZipArchiveEntry entry) {
        return source.name() + "/" + entry.getName();
    }

    private static ImportException corrupt(String label, String why) {
        return ImportException.unprocessable("corrupt-archive", label + ": " + why);
    }

    /** A file in the zip. */
    final class ZipMember implements TextFile {
        private final ZipArchiveEntry entry;

        private ZipMember(ZipArchiveEntry entry) {
            this.entry = entry;
        }

        @Override
        public String name() {
            return label(entry);
        }

        /** Its name within the zip, lower case, with forward slashes. */
        String path() {
            return entry.getName().replace('\\', '/').toLowerCase(Locale.ROOT);
        }

        @Override
        public InputStream open() throws IOException {
            if (!zip.canReadEntryData(entry)) {
                throw corrupt(name(), "its method of compression is not one of store and deflate");
            }
            long compressed = Math.max(1, entry.getCompressedSize());
            double share = entry.getSize() > 0 ? (double) compressed / entry.getSize() : 0;
            InputStream checked = new Checked(zip.getInputStream(entry), entry, name());
            return new BufferedInputStream(meter.decompressing(checked, () -> compressed, share), 1 << 16);
        }
    }

    /** Compares length and checksum at the end, which the library leaves to its callers. */
    private static final class Checked extends FilterInputStream {
        private final CRC32 crc = new CRC32();
        private final ZipArchiveEntry entry;
        private final String name;
        private long length;

        Checked(InputStream in, ZipArchiveEntry entry, String name) {
            super(in);
            this.entry = entry;
            this.name = name;
        }

        @Override
        public int read(byte[] buffer, int offset, int wanted) throws IOException {
            int n;
            try {
                n = in.read(buffer, offset, wanted);
            } catch (IOException e) {
                throw corrupt(name, "its content cannot be unpacked");
            }
            if (n > 0) {
                crc.update(buffer, offset, n);
                length += n;
            } else if (n < 0 && (crc.getValue() != entry.getCrc() || length != entry.getSize())) {
                throw corrupt(name, "its checksum does not match its content");
            }
            return n;
        }
    }
}
