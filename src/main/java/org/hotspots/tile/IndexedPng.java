package org.hotspots.tile;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.Deflater;

/**
 * Writes square pictures of at most sixteen colours as PNG (ISO/IEC 15948): colour type 3, four bits a pixel, the first
 * colour transparent, every row filtered with Up, which turns the even areas of a map into zeros, and deflated at level
 * 1. Written by hand since ImageIO takes several times as long for the same bytes; RampTilesBenchmark measures it.
 */
final class IndexedPng {
    private static final byte[] SIGNATURE = {(byte) 0x89, 'P', 'N', 'G', '\r', '\n', 0x1a, '\n'};
    private static final byte BITS_PER_PIXEL = 4;
    private static final byte INDEXED_COLOUR = 3;
    private static final byte FILTER_UP = 2;
    private static final int FASTEST = 1;

    private IndexedPng() {}

    /**
     * @param side pixels along a side, even
     * @param classes colour of each pixel by rows from the top: 0 for transparent, else 1 + the colour's position
     * @param colours colours as #rrggbb
     */
    static byte[] encode(int side, byte[] classes, List<String> colours) {
        ByteArrayOutputStream png = new ByteArrayOutputStream(16 << 10);
        png.writeBytes(SIGNATURE);
        chunk(png, "IHDR", header(side));
        chunk(png, "PLTE", palette(colours));
        chunk(png, "tRNS", new byte[] {0});
        chunk(png, "IDAT", deflated(filtered(side, classes)));
        chunk(png, "IEND", new byte[0]);
        return png.toByteArray();
    }

    private static byte[] header(int side) {
        byte compression = 0;
        byte filters = 0;
        byte interlace = 0;
        return ByteBuffer.allocate(13)
                .putInt(side)
                .putInt(side)
                .put(BITS_PER_PIXEL)
                .put(INDEXED_COLOUR)
                .put(compression)
                .put(filters)
                .put(interlace)
                .array();
    }

    private static byte[] palette(List<String> colours) {
        byte[] palette = new byte[3 * (colours.size() + 1)];
        for (int i = 0; i < colours.size(); i++) {
            int rgb = Integer.parseInt(colours.get(i).substring(1), 16);
            palette[3 * i + 3] = (byte) (rgb >> 16);
            palette[3 * i + 4] = (byte) (rgb >> 8);
            palette[3 * i + 5] = (byte) rgb;
        }
        return palette;
    }

    /** Two pixels a byte, the left one in the high bits; each byte less the one above it, each row led by its filter. */
    private static byte[] filtered(int side, byte[] classes) {
        int rowBytes = side / 2;
        byte[] rows = new byte[side * (rowBytes + 1)];
        byte[] above = new byte[rowBytes];
        int out = 0;
        int in = 0;
        for (int row = 0; row < side; row++) {
            rows[out++] = FILTER_UP;
            for (int k = 0; k < rowBytes; k++, in += 2) {
                byte packed = (byte) (classes[in] << 4 | classes[in + 1]);
                rows[out++] = (byte) (packed - above[k]);
                above[k] = packed;
            }
        }
        return rows;
    }

    private static byte[] deflated(byte[] rows) {
        Deflater deflater = new Deflater(FASTEST);
        try {
            deflater.setInput(rows);
            deflater.finish();
            ByteArrayOutputStream out = new ByteArrayOutputStream(8 << 10);
            byte[] buffer = new byte[8 << 10];
            while (!deflater.finished()) {
                out.write(buffer, 0, deflater.deflate(buffer));
            }
            return out.toByteArray();
        } finally {
            deflater.end();
        }
    }

    private static void chunk(ByteArrayOutputStream png, String type, byte[] data) {
        byte[] name = type.getBytes(StandardCharsets.US_ASCII);
        CRC32 crc = new CRC32();
        crc.update(name);
        crc.update(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt(data.length).array());
        png.writeBytes(name);
        png.writeBytes(data);
        png.writeBytes(ByteBuffer.allocate(4).putInt((int) crc.getValue()).array());
    }
}
