package org.hotspots.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * Files that were written, kept for those who ask for them again or go on where they broke off. Bounded in number and
 * disk: what was not asked for the longest goes first, and is written again, with the same bytes, should it be wanted.
 *
 * <p>Safe for concurrent use. A file is written once for all who wait; at most {@value #WRITERS} are written at a time.
 */
public final class ExportShelf {
    private static final int WRITERS = 2;

    private final Path folder;
    private final int mostFiles;
    private final long mostBytes;
    private final List<Object> writers =
            Stream.generate(Object::new).limit(WRITERS).toList();
    private final Map<String, ExportedFile> files = new LinkedHashMap<>(16, 0.75f, true);

    /** Writes a file of the shelf. */
    @FunctionalInterface
    public interface Writing {
        ExportedFile writeTo(Path target) throws IOException;
    }

    /**
     * A file that stays readable until it is closed, even should it leave the shelf.
     *
     * @param file what it is
     * @param channel its bytes
     */
    public record Opened(ExportedFile file, FileChannel channel) implements AutoCloseable {
        @Override
        public void close() throws IOException {
            channel.close();
        }
    }

    private ExportShelf(Path folder, int mostFiles, long mostBytes) {
        this.folder = folder;
        this.mostFiles = mostFiles;
        this.mostBytes = mostBytes;
    }

    /**
     * An empty shelf: what an earlier process left in the folder is removed.
     *
     * @param mostFiles at least 1
     * @param mostBytes of all files together; the newest is kept whatever its size
     */
    public static ExportShelf in(Path folder, int mostFiles, long mostBytes) {
        try {
            Files.createDirectories(folder);
            try (Stream<Path> left = Files.list(folder)) {
                for (Path file : left.filter(Files::isRegularFile).toList()) {
                    Files.delete(file);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of exports cannot be used: " + folder, e);
        }
        return new ExportShelf(folder, mostFiles, mostBytes);
    }

    /** The file of this name, written first where it is not there. */
    public Opened open(String name, Writing writing) throws IOException {
        synchronized (writers.get(Math.floorMod(name.hashCode(), WRITERS))) {
            Optional<Opened> kept = find(name);
            if (kept.isPresent()) {
                return kept.get();
            }
            ExportedFile written = writing.writeTo(folder.resolve(name));
            return keep(name, written);
        }
    }

    private synchronized Optional<Opened> find(String name) throws IOException {
        ExportedFile file = files.get(name);
        return file == null || !Files.exists(file.path()) ? Optional.empty() : Optional.of(opened(file));
    }

    private synchronized Opened keep(String name, ExportedFile written) throws IOException {
        Opened opened = opened(written);
        files.put(name, written);
        long bytes = files.values().stream().mapToLong(ExportedFile::bytes).sum();
        Iterator<ExportedFile> oldest = files.values().iterator();
        while (files.size() > 1 && (files.size() > mostFiles || bytes > mostBytes)) {
            ExportedFile leaving = oldest.next();
            Files.deleteIfExists(leaving.path());
            bytes -= leaving.bytes();
            oldest.remove();
        }
        return opened;
    }

    private static Opened opened(ExportedFile file) throws IOException {
        return new Opened(file, FileChannel.open(file.path(), StandardOpenOption.READ));
    }
}
