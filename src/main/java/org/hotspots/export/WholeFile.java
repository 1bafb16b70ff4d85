package org.hotspots.export;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Writes files that have their name only when they are whole. */
public final class WholeFile {
    private static final int BUFFER_BYTES = 1 << 16;

    private WholeFile() {}

    /** Writes the content of a file. */
    @FunctionalInterface
    public interface Content {
        /**
         * @param part an empty file to be filled
         * @return how many features or cells it holds
         */
        long writeTo(Path part) throws IOException;
    }

    /**
     * Writes beside the target and renames; on failure nothing is left, and what was there stays.
     *
     * @throws UnwrittenFileException where the disk or the folder does not let it be written
     */
    public static ExportedFile write(Path target, Content content) throws IOException {
        try {
            return writeBeside(target, content);
        } catch (IOException | UncheckedIOException e) {
            // Unchecked by the writer of CSV.
            throw new UnwrittenFileException(target, e);
        }
    }

    private static ExportedFile writeBeside(Path target, Content content) throws IOException {
        if (Files.isDirectory(target)) {
            throw new FileSystemException(target.toString(), null, "it is a folder");
        }
        Path folder = target.toAbsolutePath().getParent();
        Path part = Files.createTempFile(folder == null ? Path.of(".") : folder, "export", ".part");
        try {
            long count = content.writeTo(part);
            ExportedFile whole = new ExportedFile(target, count, Files.size(part), sha256(part));
            Files.move(part, target, StandardCopyOption.REPLACE_EXISTING);
            return whole;
        } finally {
            Files.deleteIfExists(part);
        }
    }

    private static String sha256(Path file) throws IOException {
        try (InputStream in = Files.newInputStream(file)) {
            MessageDigest digest = MessageDigest.getInstance("SHA-256");
            byte[] buffer = new byte[BUFFER_BYTES];
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                digest.update(buffer, 0, read);
            }
            return HexFormat.of().formatHex(digest.digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
