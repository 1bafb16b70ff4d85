package org.hotspots.load;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * Uploads of one import on disk, in a folder that only this account can read and that is named after the import. Files
 * are called by their number; what the sender calls them is never a path.
 */
public final class Spool {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String REQUEST = "request.json";
    private static final Pattern UUID_TEXT = Pattern.compile("[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}");

    private final Path folder;
    private int files;

    private Spool(Path folder) {
        this.folder = folder;
    }

    /** An empty folder for an import's uploads. */
    public static Spool create(Path spoolFolder, UUID id) throws IOException {
        Path folder = spoolFolder.resolve(id.toString());
        Files.createDirectories(folder);
        if (folder.getFileSystem().supportedFileAttributeViews().contains("posix")) {
            Files.setPosixFilePermissions(folder, PosixFilePermissions.fromString("rwx------"));
        }
        return new Spool(folder);
    }

    /**
     * Takes a file in.
     *
     * @throws ImportException {@code too-large} (413) as soon as it is longer than allowed; the folder is gone then
     */
    public ImportSource add(String name, InputStream in, long maxBytes) throws IOException {
        Path file = folder.resolve(Integer.toString(files++));
        try (OutputStream out = Files.newOutputStream(file)) {
            byte[] buffer = new byte[1 << 16];
            long length = 0;
            for (int n; (n = in.read(buffer)) >= 0; ) {
                length += n;
                if (length > maxBytes) {
                    throw new ImportException(
                            new ImportProblem("too-large", 413, name + ": at most " + maxBytes + " bytes", List.of()));
                }
                out.write(buffer, 0, n);
            }
            return new ImportSource(name, file);
        } catch (IOException | RuntimeException e) {
            delete();
            throw e;
        }
    }

    /** Removes the folder and all in it. */
    public void delete() throws IOException {
        if (Files.notExists(folder)) {
            return;
        }
        try (Stream<Path> all = Files.list(folder)) {
            for (Path file : all.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(folder);
    }

    /**
     * Removes what a killed server could not: every folder but those of imports that await review.
     *
     * @param awaited tells whether the import of this id awaits review
     */
    public static void deleteAllBut(Path spoolFolder, Predicate<UUID> awaited) throws IOException {
        if (Files.notExists(spoolFolder)) {
            return;
        }
        try (Stream<Path> all = Files.list(spoolFolder)) {
            for (Path folder : all.filter(Files::isDirectory).toList()) {
                String name = folder.getFileName().toString();
                if (!UUID_TEXT.matcher(name).matches() || !awaited.test(UUID.fromString(name))) {
                    new Spool(folder).delete();
                }
            }
        }
    }

    static Optional<Spool> find(Path spoolFolder, UUID id) {
        Path folder = spoolFolder.resolve(id.toString());
        return Files.isDirectory(folder) ? Optional.of(new Spool(folder)) : Optional.empty();
    }

    /** Whether the import's files are the ones in here, and not somebody's own. */
    boolean holds(ImportRequest request) {
        return request.sources().stream().allMatch(source -> source.path().startsWith(folder));
    }

    /** Writes down what was asked, so that it can be asked again when a person has looked at the quarantine. */
    void keep(ImportRequest request) throws IOException {
        List<KeptSource> sources = new ArrayList<>();
        for (ImportSource source : request.sources()) {
            sources.add(
                    new KeptSource(source.name(), source.path().getFileName().toString()));
        }
        JSON.writeValue(folder.resolve(REQUEST).toFile(), new Kept(sources, request.profile(), request.overrides()));
    }

    /** The request that was kept, to be published whatever its quarantine holds. */
    ImportRequest kept(UUID id) throws IOException {
        Kept kept = JSON.readValue(folder.resolve(REQUEST).toFile(), Kept.class);
        List<ImportSource> sources = kept.sources().stream()
                .map(source -> new ImportSource(source.name(), folder.resolve(source.file())))
                .toList();
        return new ImportRequest(id, sources, kept.profile(), kept.overrides(), false, true);
    }

    record KeptSource(String name, String file) {}

    record Kept(List<KeptSource> sources, Profile profile, ImportRequest.Overrides overrides) {}
}
