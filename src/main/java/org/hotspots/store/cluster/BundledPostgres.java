package org.hotspots.store.cluster;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.file.DirectoryNotEmptyException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.apache.commons.compress.archivers.tar.TarArchiveEntry;
import org.apache.commons.compress.archivers.tar.TarArchiveInputStream;
import org.jspecify.annotations.Nullable;
import org.tukaani.xz.XZInputStream;

/** The PostgreSQL programs on the class path: an archive per platform, unpacked once. */
final class BundledPostgres {
    private BundledPostgres() {}

    /** The programs for this platform, unpacked below the folder at the first call; empty where none came along. */
    static Optional<PostgresBinaries> find(Path unpackInto) {
        URL archive = BundledPostgres.class.getResource("/" + archiveName());
        if (archive == null) {
            return Optional.empty();
        }
        try {
            // Named by content, so that another version of this program unpacks its own beside it.
            Path home = unpackInto.resolve(digest(archive).substring(0, 12));
            if (!Files.isDirectory(home)) {
                unpackAtOnce(archive, home);
            }
            return PostgresBinaries.find(home.resolve("bin"), true);
        } catch (IOException e) {
            throw new ClusterException("The bundled PostgreSQL cannot be unpacked into " + unpackInto + ": " + e, e);
        }
    }

    private static String archiveName() {
        String os = System.getProperty("os.name").toLowerCase(Locale.ROOT);
        String arch = System.getProperty("os.arch").toLowerCase(Locale.ROOT);
        String platform = os.startsWith("windows") ? "windows" : os.startsWith("mac") ? "darwin" : "linux";
        boolean arm = arch.equals("aarch64") || arch.equals("arm64");
        return "postgres-" + platform + (arm ? "-arm_64" : "-x86_64") + ".txz";
    }

    private static String digest(URL archive) throws IOException {
        try (DigestInputStream in = new DigestInputStream(archive.openStream(), MessageDigest.getInstance("SHA-256"))) {
            in.transferTo(OutputStream.nullOutputStream());
            return HexFormat.of().formatHex(in.getMessageDigest().digest());
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    /** Unpacks beside the goal and renames, so that a half-unpacked folder is never taken for a whole one. */
    private static void unpackAtOnce(URL archive, Path home) throws IOException {
        Path unfinished = home.resolveSibling(home.getFileName() + "." + UUID.randomUUID() + ".unfinished");
        ClusterFolder.createReachable(unfinished);
        try (InputStream in = new BufferedInputStream(archive.openStream());
                TarArchiveInputStream tar = new TarArchiveInputStream(new XZInputStream(in))) {
            for (TarArchiveEntry entry = tar.getNextEntry(); entry != null; entry = tar.getNextEntry()) {
                unpack(tar, entry, unfinished);
            }
        }
        try {
            Files.move(unfinished, home, StandardCopyOption.ATOMIC_MOVE);
        } catch (FileAlreadyExistsException | DirectoryNotEmptyException e) {
            // Another process was faster; what it unpacked is the same.
            ClusterFolder.deleteTree(unfinished);
        }
    }

    private static void unpack(TarArchiveInputStream tar, TarArchiveEntry entry, Path into) throws IOException {
        Path target = inside(into, into.resolve(entry.getName()));
        if (entry.isDirectory()) {
            ClusterFolder.createReachable(target);
            return;
        }
        @Nullable Path parent = target.getParent();
        if (parent != null) {
            ClusterFolder.createReachable(parent);
        }
        if (entry.isSymbolicLink()) {
            Path pointsTo = Path.of(entry.getLinkName());
            inside(into, target.resolveSibling(pointsTo));
            Files.createSymbolicLink(/* link= */ target, /* target= */ pointsTo);
        } else {
            Files.copy(tar, target);
            boolean executable = (entry.getMode() & 0100) != 0;
            if (ClusterFolder.hasPosixPermissions(target)) {
                Files.setPosixFilePermissions(
                        target, PosixFilePermissions.fromString(executable ? "rwxr-xr-x" : "rw-r--r--"));
            }
        }
    }

    private static Path inside(Path folder, Path target) {
        if (!target.normalize().startsWith(folder)) {
            throw new UncheckedIOException(new IOException("an entry leads out of its folder: " + target));
        }
        return target.normalize();
    }
}
