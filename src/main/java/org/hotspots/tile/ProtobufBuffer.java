package org.hotspots.tile;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing array of bytes in the wire format of Protocol Buffers. */
final class ProtobufBuffer {
    private static final int VARINT = 0;
    private static final int LENGTH_DELIMITED = 2;
    private static final int FIXED_32 = 5;
    private static final int LONGEST_VARINT = 10;

    private byte[] bytes = new byte[1024];
    private int used;

    int size() {
        return used;
    }

    void clear() {
        used = 0;
    }

    byte[] toByteArray() {
        return Arrays.copyOf(bytes, used);
    }

    void varint(long value) {
        room(LONGEST_VARINT);
        long rest = value;
        while ((rest & ~0x7fL) != 0) {
            bytes[used++] = (byte) ((rest & 0x7f) | 0x80);
            rest >>>= 7;
        }
        bytes[used++] = (byte) rest;
    }

    /** A signed number as one whose small values, of either sign, are short. */
    void zigZag(int value) {
        varint(Integer.toUnsignedLong((value << 1) ^ (value >> 31)));
    }

    void varintField(int field, long value) {
        varint(((long) field << 3) | VARINT);
        varint(value);
    }

    void floatField(int field, float value) {
        varint(((long) field << 3) | FIXED_32);
        room(4);
        int bits = Float.floatToIntBits(value);
        for (int shift = 0; shift < 32; shift += 8) {
            bytes[used++] = (byte) (bits >> shift);
        }
    }

    void stringField(int field, String value) {
        byte[] text = value.getBytes(StandardCharsets.UTF_8);
        header(field, text.length);
        append(text, text.length);
    }

    void messageField(int field, ProtobufBuffer message) {
        header(field, message.used);
        append(message.bytes, message.used);
    }

    void append(ProtobufBuffer other) {
        append(other.bytes, other.used);
    }

    private void header(int field, int length) {
        varint(((long) field << 3) | LENGTH_DELIMITED);
        varint(length);
    }

    private void append(byte[] more, int length) {
        room(length);
        System.arraycopy(more, 0, bytes, used, length);
        used += length;
    }

    private void room(int more) {
        if (used + more > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, used + more));
        }
    }
}
