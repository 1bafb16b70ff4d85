package org.hotspots.export;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.stream.Stream;

/**
 * A folder of this process alone, beneath one that several processes share. It is removed when it is closed; where its
 * process was killed, the next to open one beneath the same folder removes it. A lock, which the system drops when a
 * process ends, tells whose process is still there.
 */
final class OwnFolder implements AutoCloseable {
    private static final String LOCK = "lock";

    private final Path path;
    private final FileChannel held;

    private OwnFolder(Path path, FileChannel held) {
        this.path = path;
        this.held = held;
    }

    /** A new one, empty; both it and the shared folder are made. */
    static OwnFolder beneath(Path shared) throws IOException {
        // Locks part processes, not threads.
        synchronized (OwnFolder.class) {
            Files.createDirectories(shared);
            try (FileChannel turn =
                    FileChannel.open(shared.resolve(LOCK), StandardOpenOption.CREATE, StandardOpenOption.WRITE)) {
                // Until the turn ends: else another might sweep the new folder before it has its lock.
                turn.lock();
                sweep(shared);
                return make(shared);
            }
        }
    }

    private static OwnFolder make(Path shared) throws IOException {
        Path path = Files.createTempDirectory(shared, "");
        FileChannel held =
                FileChannel.open(path.resolve(LOCK), StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);
        held.lock();
        return new OwnFolder(path, held);
    }

    private static void sweep(Path shared) throws IOException {
        for (Path folder : list(shared)) {
            if (Files.isDirectory(folder) && isAbandoned(folder)) {
                delete(folder);
            }
        }
    }

    private static boolean isAbandoned(Path folder) throws IOException {
        try (FileChannel channel = FileChannel.open(folder.resolve(LOCK), StandardOpenOption.WRITE);
                FileLock lock = channel.tryLock()) {
            return lock != null;
        } catch (OverlappingFileLockException e) {
            return false;
        } catch (NoSuchFileException e) {
            return true;
        }
    }

    Path resolve(String name) {
        return path.resolve(name);
    }

    @Override
    public void close() throws IOException {
        held.close();
        delete(path);
    }

    private static void delete(Path folder) throws IOException {
        for (Path file : list(folder)) {
            Files.deleteIfExists(file);
        }
        Files.deleteIfExists(folder);
    }

    private static List<Path> list(Path folder) throws IOException {
        try (Stream<Path> all = Files.list(folder)) {
            return all.toList();
        } catch (NoSuchFileException e) {
            return List.of();
        }
    }
}
