package org.hotspots.load;

import java.io.IOException;
import java.io.InputStream;
import java.io.Reader;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.Charset;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.CoderResult;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/**
 * Text from bytes, never guessed and never patched: a byte order mark decides the encoding, else what was declared,
 * else UTF-8, and bytes that are not text of that encoding end the reading ({@link MalformedTextException}).
 */
final class StrictDecoder extends Reader {
    private static final int BUFFER_BYTES = 1 << 16;
    /** Text in UTF-16 has a NUL in nearly every other byte; a quarter of all bytes is past doubt. */
    private static final int NUL_SHARE = 4;

    private final InputStream in;
    private final ByteBuffer bytes = ByteBuffer.allocate(BUFFER_BYTES).limit(0);
    private final CharsetDecoder decoder;
    private long offsetOfBuffer;
    private boolean ended;
    private boolean finished;

    /**
     * @param declared encoding as given with the file, null for none
     * @throws ImportException {@code undetectable-encoding} where the text looks like UTF-16 or UTF-32 without a mark
     */
    StrictDecoder(InputStream in, @Nullable Charset declared, String name) throws IOException {
        this.in = in;
        fill();
        Charset marked = takeMark();
        if (marked == null && declared == null && looksWide()) {
            throw ImportException.unprocessable(
                    "undetectable-encoding",
                    name + ": it looks like UTF-16 without a byte order mark; save it as UTF-8 or give its charset");
        }
        Charset charset = marked != null ? marked : declared != null ? declared : StandardCharsets.UTF_8;
        this.decoder = charset.newDecoder()
                .onMalformedInput(CodingErrorAction.REPORT)
                .onUnmappableCharacter(CodingErrorAction.REPORT);
    }

    @Override
    public int read(char[] buffer, int offset, int length) throws IOException {
        if (finished || length == 0) {
            return finished ? -1 : 0;
        }
        CharBuffer chars = CharBuffer.wrap(buffer, offset, length);
        while (true) {
            CoderResult result = decoder.decode(bytes, chars, ended);
            if (result.isError()) {
                throw new MalformedTextException(offsetOfBuffer + bytes.position(), decoder.charset());
            }
            int decoded = chars.position() - offset;
            if (result.isUnderflow() && ended) {
                finished = true;
            }
            if (decoded > 0 || finished) {
                return decoded > 0 ? decoded : -1;
            }
            fill();
        }
    }

    @Override
    public void close() throws IOException {
        in.close();
    }

    /** Keeps the bytes not decoded yet and reads on behind them, as much as there is room for. */
    private void fill() throws IOException {
        offsetOfBuffer += bytes.position();
        bytes.compact();
        int n = in.readNBytes(bytes.array(), bytes.position(), bytes.remaining());
        ended = n < bytes.remaining();
        bytes.position(bytes.position() + n).flip();
    }

    private @Nullable Charset takeMark() {
        if (startsWith(0xef, 0xbb, 0xbf)) {
            bytes.position(3);
            return StandardCharsets.UTF_8;
        }
        if (startsWith(0xff, 0xfe) && !startsWith(0xff, 0xfe, 0, 0)) {
            bytes.position(2);
            return StandardCharsets.UTF_16LE;
        }
        if (startsWith(0xfe, 0xff)) {
            bytes.position(2);
            return StandardCharsets.UTF_16BE;
        }
        return null;
    }

    private boolean startsWith(int... start) {
        for (int i = 0; i < start.length; i++) {
            if (bytes.limit() <= i || (bytes.get(i) & 0xff) != start[i]) {
                return false;
            }
        }
        return true;
    }

    private boolean looksWide() {
        int length = Math.min(bytes.limit(), 1024);
        int zeros = 0;
        for (int i = 0; i < length; i++) {
            zeros += bytes.get(i) == 0 ? 1 : 0;
        }
        return length > 0 && zeros * NUL_SHARE >= length;
    }
}
