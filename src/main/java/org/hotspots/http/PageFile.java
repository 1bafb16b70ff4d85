package org.hotspots.http;

import io.javalin.compression.GzipCompressor;
import io.javalin.http.Context;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;

/** A file of the page as it is sent, compressed once for all who ask. Its hash is the entity tag, to be asked about again. */
@SuppressWarnings("ArrayRecordComponent")
record PageFile(String contentType, byte[] bytes, byte[] compressed, String hash) {
    private static final int BEST = 9;

    static PageFile of(String contentType, byte[] bytes) {
        return new PageFile(contentType, bytes, compressed(bytes), Answers.hash(bytes));
    }

    void send(Context ctx) {
        ctx.res().setContentType(null);
        if (Answers.isKnown(ctx, hash, Answers.REVALIDATE)) {
            return;
        }
        ctx.res().setContentType(contentType);
        if (compressed.length < bytes.length && Accept.allowsGzip(ctx.header("Accept-Encoding"))) {
            ctx.header("Content-Encoding", "gzip");
            ctx.result(compressed);
        } else {
            ctx.result(bytes);
        }
    }

    private static byte[] compressed(byte[] bytes) {
        ByteArrayOutputStream compressed = new ByteArrayOutputStream();
        try (OutputStream gzip = new GzipCompressor(BEST).compress(compressed)) {
            gzip.write(bytes);
        } catch (IOException e) {
            throw new UncheckedIOException("an array can be written", e);
        }
        return compressed.toByteArray();
    }
}
