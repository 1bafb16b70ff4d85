package org.hotspots.load;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** The text files of an import's sources, found by content and unpacked as they are read. */
final class ImportFiles implements Closeable {
    private final ReadLimits limits;
    private final ReadMeter meter;
    private final FileFormat format;
    private final List<TextFile> files = new ArrayList<>();
    private final List<String> ignored = new ArrayList<>();
    private final List<Closeable> open = new ArrayList<>();

    private ImportFiles(ReadLimits limits, ReadMeter meter, FileFormat format) {
        this.limits = limits;
        this.meter = meter;
        this.format = format;
    }

    /** @throws ImportException where a source is not what can be read */
    static ImportFiles open(List<ImportSource> sources, FileFormat format, ReadLimits limits) throws IOException {
        long bytes = 0;
        for (ImportSource source : sources) {
            long size = Files.size(source.path());
            if (size > limits.maxSourceBytes()) {
                throw new ImportException(new ImportProblem(
                        "too-large",
                        413,
                        source.name() + ": " + size + " bytes: at most " + limits.maxSourceBytes(),
                        List.of()));
            }
            bytes += size;
        }
        ImportFiles opened = new ImportFiles(limits, new ReadMeter(limits, bytes), format);
        try {
            for (ImportSource source : sources) {
                opened.add(source);
            }
            return opened;
        } catch (IOException | RuntimeException e) {
            opened.close();
            throw e;
        }
    }

    /** What is to be read, in order. */
    List<TextFile> files() {
        return files;
    }

    /** Entries of archives that are no files of this format, such as outcomes and stop-and-search files. */
    List<String> ignored() {
        return ignored;
    }

    ReadMeter meter() {
        return meter;
    }

    @Override
    public void close() throws IOException {
        for (Closeable archive : open) {
            archive.close();
        }
    }

    private void add(ImportSource source) throws IOException {
        ContentKind kind = kindOf(plain(source));
        switch (kind) {
            case TEXT -> files.add(plain(source));
            case GZIP -> {
                TextFile unpacked = new GzipFile(source.name(), source.path(), meter);
                checkInner(unpacked);
                files.add(unpacked);
            }
            case ZIP, EMPTY_ZIP -> addMembers(source);
            default -> throw mismatch(source.name(), kind);
        }
    }

    private void addMembers(ImportSource source) throws IOException {
        ZipMembers zip = ZipMembers.open(source, limits, meter);
        open.add(zip);
        if (zip.isOfficeDocument()) {
            throw mismatch(source.name(), "an Office document; save it as CSV");
        }
        int before = files.size();
        for (ZipMembers.ZipMember member : zip.list()) {
            if (member.path().matches(".*\\.(zip|gz|7z|rar|bz2|xz|zst|tar|tgz)")) {
                throw nested(member.name());
            }
            if (format.reads(member.path())) {
                checkInner(member);
                files.add(member);
            } else {
                ignored.add(member.name());
            }
        }
        if (files.size() == before) {
            throw ImportException.unprocessable(
                    "no-rows", source.name() + ": none of its files is a " + format.memberDescription());
        }
    }

    private static void checkInner(TextFile file) throws IOException {
        ContentKind kind = kindOf(file);
        if (kind.isArchive()) {
            throw nested(file.name());
        }
        if (kind != ContentKind.TEXT) {
            throw mismatch(file.name(), kind);
        }
    }

    private static ContentKind kindOf(TextFile file) throws IOException {
        try (InputStream in = file.open()) {
            return ContentKind.of(in.readNBytes(ContentKind.HEAD_BYTES));
        }
    }

    private TextFile plain(ImportSource source) {
        return new TextFile() {
            @Override
            public String name() {
                return source.name();
            }

            @Override
            public InputStream open() throws IOException {
                return new BufferedInputStream(meter.counting(Files.newInputStream(source.path())), 1 << 16);
            }
        };
    }

    private static ImportException nested(String name) {
        return ImportException.unprocessable("nested-archive", name + ": an archive within an archive is not opened");
    }

    private static ImportException mismatch(String name, ContentKind kind) {
        return mismatch(name, kind.name().replace('_', ' ').toLowerCase(Locale.ROOT));
    }

    private static ImportException mismatch(String name, String what) {
        return new ImportException(new ImportProblem(
                "content-mismatch",
                415,
                name + ": its content is " + what + "; CSV text, gzip or zip is expected",
                List.of()));
    }
}
