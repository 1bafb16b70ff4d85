package org.hotspots.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Instant;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * Rows in PostgreSQL's binary COPY format: after the head, each row is a 16-bit number of fields, and each field a
 * 32-bit length (-1 for null) and its bytes, big-endian. Written by hand into one array that is used again and again:
 * a prepared insert takes a message and several objects a row, this takes neither. {@code LoadBenchmark} measures loading
 * with it against psql.
 *
 * <p>Not for use by several threads.
 */
final class CopyBuffer {
    private static final byte[] HEAD = {
        'P', 'G', 'C', 'O', 'P', 'Y', '\n', (byte) 0xff, '\r', '\n', 0, 0, 0, 0, 0, 0, 0, 0, 0
    };
    private static final int TAIL_BYTES = 2;
    private static final long EPOCH_SECOND_2000 = 946_684_800L;
    private static final int EPOCH_DAY_2000 = 10_957;
    private static final long MICROS_PER_SECOND = 1_000_000;

    private final int fullBytes;
    private byte[] bytes;
    private int size;

    /** @param fullBytes size from which {@link #isFull} says so; the array is a little larger */
    CopyBuffer(int fullBytes) {
        this.fullBytes = fullBytes;
        this.bytes = new byte[fullBytes + fullBytes / 8];
        clear();
    }

    void clear() {
        System.arraycopy(HEAD, 0, bytes, 0, HEAD.length);
        size = HEAD.length;
    }

    boolean isEmpty() {
        return size == HEAD.length;
    }

    boolean isFull() {
        return size >= fullBytes;
    }

    /** Ends the data and gives the array that holds them, {@link #size} long; the buffer must be cleared before reuse. */
    byte[] finished() {
        putShort(-1);
        return bytes;
    }

    int size() {
        return size;
    }

    void startRow(int fields) {
        putShort(fields);
    }

    void putNull() {
        putInt(-1);
    }

    void put2(int value) {
        putInt(2);
        putShort(value);
    }

    void put4(int value) {
        putInt(4);
        putInt(value);
    }

    void put8(long value) {
        putInt(8);
        putLong(value);
    }

    void put8(double value) {
        put8(Double.doubleToRawLongBits(value));
    }

    void putBoolean(boolean value) {
        putInt(1);
        reserve(1);
        bytes[size++] = (byte) (value ? 1 : 0);
    }

    void putBoolean(@Nullable Boolean value) {
        if (value == null) {
            putNull();
        } else {
            putBoolean(value.booleanValue());
        }
    }

    /** A timestamptz, cut to microseconds. */
    void putInstant(@Nullable Instant instant) {
        if (instant == null) {
            putNull();
        } else {
            put8((instant.getEpochSecond() - EPOCH_SECOND_2000) * MICROS_PER_SECOND + instant.getNano() / 1_000);
        }
    }

    /** A date. */
    void putEpochDay(long epochDay) {
        put4(Math.toIntExact(epochDay - EPOCH_DAY_2000));
    }

    /** A text; blank and null alike are null. */
    void putText(@Nullable String text) {
        if (text == null || text.isEmpty()) {
            putNull();
        } else {
            putWholeText(text);
        }
    }

    /** A text that may be empty. */
    void putWholeText(String text) {
        byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
        putInt(encoded.length);
        reserve(encoded.length);
        System.arraycopy(encoded, 0, bytes, size, encoded.length);
        size += encoded.length;
    }

    /** A place for a uuid that is known later; gives its position, for {@link #fillUuid}. */
    int reserveUuid() {
        putInt(16);
        reserve(16);
        size += 16;
        return size - 16;
    }

    /** Puts the first 16 bytes there. */
    void fillUuid(int position, byte[] value) {
        System.arraycopy(value, 0, bytes, position, 16);
    }

    /** Adds what was written from this position on to the digest. */
    void digest(MessageDigest digest, int from) {
        digest.update(bytes, from, size - from);
    }

    private void putShort(int value) {
        reserve(2);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void putInt(int value) {
        reserve(4);
        bytes[size++] = (byte) (value >> 24);
        bytes[size++] = (byte) (value >> 16);
        bytes[size++] = (byte) (value >> 8);
        bytes[size++] = (byte) value;
    }

    private void putLong(long value) {
        putInt((int) (value >> 32));
        putInt((int) value);
    }

    private void reserve(int more) {
        if (size + more + TAIL_BYTES > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, size + more + TAIL_BYTES));
        }
    }
}
