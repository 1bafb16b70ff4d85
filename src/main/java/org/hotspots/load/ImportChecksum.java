package org.hotspots.load;

import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.TreeMap;
import java.util.function.LongConsumer;

/**
 * Names what an import loads: SHA-256 over how the files are read (the whole profile, overrides) and the files' bytes
 * in order, each part led by its length. The same bytes read in another way are another import.
 */
final class ImportChecksum {
    private static final int BLOCK_BYTES = 1 << 18;

    private final MessageDigest digest;

    private ImportChecksum() {
        try {
            this.digest = MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    /** @param read told the bytes of each block that was read */
    static String of(ImportRequest request, LongConsumer read) throws IOException {
        ImportChecksum checksum = new ImportChecksum();
        checksum.add(described(request).getBytes(StandardCharsets.UTF_8));
        byte[] block = new byte[BLOCK_BYTES];
        for (ImportSource source : request.sources()) {
            checksum.addLength(Files.size(source.path()));
            try (InputStream in = Files.newInputStream(source.path())) {
                for (int n; (n = in.read(block)) >= 0; ) {
                    checksum.digest.update(block, 0, n);
                    read.accept(n);
                }
            }
        }
        return HexFormat.of().formatHex(checksum.digest.digest());
    }

    private void add(byte[] bytes) {
        addLength(bytes.length);
        digest.update(bytes);
    }

    private void addLength(long length) {
        digest.update(ByteBuffer.allocate(Long.BYTES).putLong(length).array());
    }

    /** Maps are put in order first: theirs is not the same from one run to the next. */
    private static String described(ImportRequest request) {
        Profile profile = request.profile();
        TreeMap<String, Object> values = new TreeMap<>();
        profile.values().forEach((column, words) -> values.put(column, new TreeMap<>(words)));
        return String.join(
                "\n",
                profile.name(),
                profile.format().word(),
                profile.force(),
                new TreeMap<>(profile.headers()).toString(),
                values.toString(),
                new TreeMap<>(profile.constants()).toString(),
                new TreeMap<>(profile.datePatterns()).toString(),
                String.valueOf(profile.crs()),
                String.valueOf(profile.charset()),
                profile.defaultLocations().toString(),
                String.valueOf(profile.midnightMeansUnknown()),
                request.overrides().toString());
    }
}
