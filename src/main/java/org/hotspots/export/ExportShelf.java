package org.hotspots.export;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Duration;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import org.hotspots.hotspot.EngineBusyException;

/**
 * Files that were written, kept for those who ask for them again or go on where they broke off. Bounded in number and
 * disk: what was not asked for the longest goes first, and is written again, with the same bytes, should it be wanted.
 *
 * <p>Safe for concurrent use. A file is written once for all who wait; few are written at a time, and nobody waits for
 * ever. Several processes may share the folder: each has its own files.
 */
public final class ExportShelf implements AutoCloseable {
    private final OwnFolder folder;
    private final int mostFiles;
    private final long mostBytes;
    private final FileWriters writers;
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

    private ExportShelf(OwnFolder folder, int mostFiles, long mostBytes, Duration patience) {
        this.folder = folder;
        this.mostFiles = mostFiles;
        this.mostBytes = mostBytes;
        this.writers = new FileWriters(patience);
    }

    /**
     * An empty shelf: what processes that were killed left in the folder is removed.
     *
     * @param mostFiles at least 1
     * @param mostBytes of all files together; the newest is kept whatever its size
     * @param patience how long anyone waits for the turn to write, or for another who writes the same file
     */
    public static ExportShelf in(Path folder, int mostFiles, long mostBytes, Duration patience) {
        try {
            return new ExportShelf(OwnFolder.beneath(folder), mostFiles, mostBytes, patience);
        } catch (IOException e) {
            throw new UncheckedIOException("the folder of exports cannot be used: " + folder, e);
        }
    }

    /**
     * The file of this name, written first where it is not there.
     *
     * @throws EngineBusyException where it would have to be waited for too long; it may be asked for again
     */
    public Opened open(String name, Writing writing) throws IOException {
        Optional<Opened> kept = find(name);
        if (kept.isPresent()) {
            return kept.get();
        }
        Optional<Opened> mine = writers.once(name, () -> written(name, writing));
        Optional<Opened> shared = mine.isPresent() ? mine : find(name);
        return shared.orElseThrow(() -> new EngineBusyException(
                EngineBusyException.Reason.OVERLOADED, name + " had to leave the shelf as soon as it was there"));
    }

    /** Another may have written it between the look and the turn. */
    private Opened written(String name, Writing writing) throws IOException {
        Optional<Opened> kept = find(name);
        return kept.isPresent() ? kept.get() : keep(name, writing.writeTo(folder.resolve(name)));
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

    /** Removes the files; those that are open stay readable. */
    @Override
    public void close() throws IOException {
        folder.close();
    }

    private static Opened opened(ExportedFile file) throws IOException {
        return new Opened(file, FileChannel.open(file.path(), StandardOpenOption.READ));
    }
}
