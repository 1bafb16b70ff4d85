package org.hotspots.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/** How answers are cached and sent. */
public final class Answers {
    public static final String REVALIDATE = "no-cache";
    public static final String IMMUTABLE = "private, max-age=31536000, immutable";

    /** For what tells single offences: no browser keeps it. It may be asked about again all the same, by its tag. */
    public static final String UNKEPT = "no-store";

    private Answers() {}

    /**
     * Whether the client has this answer already; then a 304 is set and there is nothing more to do. Otherwise the
     * answer is marked for the client to keep.
     *
     * @param tag what the answer depends on, in characters of an entity tag
     * @param cacheControl {@link #REVALIDATE}, {@link #IMMUTABLE} or {@link #UNKEPT}
     */
    public static boolean isKnown(Context ctx, String tag, String cacheControl) {
        // Weak: compressed and plain bodies differ in bytes and share the tag.
        String entityTag = "W/\"" + tag + "\"";
        ctx.header("ETag", entityTag);
        ctx.header("Cache-Control", cacheControl);
        ctx.header("Vary", "Accept-Encoding");
        if (matches(ctx.header("If-None-Match"), entityTag)) {
            ctx.status(304);
            return true;
        }
        return false;
    }

    /** Sends a small body under the hash of its content, to be asked about again each time. */
    public static void send(Context ctx, String contentType, byte[] body) {
        if (!isKnown(ctx, hash(body), REVALIDATE)) {
            ctx.res().setContentType(contentType);
            ctx.result(body);
        }
    }

    /** Sends a body that must not be kept. */
    static void sendUnkept(Context ctx, int status, String contentType, byte[] body) {
        ctx.status(status);
        ctx.header("Cache-Control", UNKEPT);
        ctx.res().setContentType(contentType);
        ctx.result(body);
    }

    static String hash(byte[] body) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256").digest(body))
                    .substring(0, 32);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java platform has SHA-256", e);
        }
    }

    public static String hash(String text) {
        return hash(text.getBytes(StandardCharsets.UTF_8));
    }

    static boolean matches(@Nullable String ifNoneMatch, String entityTag) {
        return ifNoneMatch != null
                && Arrays.stream(ifNoneMatch.split(",", -1))
                        .map(String::trim)
                        .anyMatch(tag -> tag.equals(entityTag) || ("W/" + tag).equals(entityTag));
    }
}
