package org.hotspots.hotspot;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import org.hotspots.question.Question;
import org.hotspots.snapshot.DataVersion;

/** The name of a run: what its answer depends on, hashed. */
final class RunId {
    private RunId() {}

    /** Hex SHA-256 of the canonical question, the data version's fingerprint and the program's version, one a line. */
    static String of(Question question, DataVersion version, String softwareVersion) {
        String text = question.canonicalJson() + "\n" + version.fingerprint() + "\n" + softwareVersion;
        try {
            byte[] hash = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(hash);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }
}
