package org.hotspots.export;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hotspots.geo.RasterGrid;
import org.hotspots.hotspot.DensityLayer;

/**
 * The density surface as a GeoTIFF (OGC 19-008r4): one band of 32-bit floating point numbers, British National Grid,
 * north up, not compressed, so that the same run gives the same bytes everywhere. Ground outside the study area has no
 * value; the sum over the rest, times the area of a cell, is the number of events, or their weight.
 *
 * <p>Little-endian baseline TIFF 6.0: header, the directory, what its entries point at, then one strip for each row.
 */
public final class GeoTiff {
    /** What stands where there is no value; density is never below 0. */
    static final float NO_DATA = -9999;

    private static final int ASCII = 2;
    private static final int SHORT = 3;
    private static final int LONG = 4;
    private static final int DOUBLE = 12;

    private static final int HEADER_BYTES = 8;
    private static final int ENTRY_BYTES = 12;
    /** Offsets are unsigned, but no program is asked to trust that. */
    private static final long MOST_BYTES = Integer.MAX_VALUE;

    private final List<Entry> entries = new ArrayList<>();

    private GeoTiff() {}

    /** A field of the directory, its values as they stand in the file. */
    @SuppressWarnings("ArrayRecordComponent")
    private record Entry(int tag, int type, int count, byte[] values) {
        boolean isInline() {
            return values.length <= 4;
        }
    }

    /**
     * Writes the surface; leaves the target open.
     *
     * @param unit of the values
     * @return cells with a value
     * @throws IllegalArgumentException for a surface beyond two gigabytes
     */
    public static long write(DensityLayer layer, Provenance provenance, String unit, OutputStream out)
            throws IOException {
        RasterGrid grid = layer.raster().grid();
        if (4L * grid.columns() * grid.rows() + 16L * grid.rows() > MOST_BYTES) {
            throw new IllegalArgumentException(
                    "a surface of " + grid.columns() + " x " + grid.rows() + " cells is more than a GeoTIFF holds");
        }
        GeoTiff tiff = new GeoTiff();
        tiff.describe(grid, provenance, unit);
        out.write(tiff.head(grid));
        return rows(layer, out);
    }

    private void describe(RasterGrid grid, Provenance provenance, String unit) {
        longs(256, grid.columns());
        longs(257, grid.rows());
        shorts(258, 32); // bits of a sample
        shorts(259, 1); // not compressed
        shorts(262, 1); // low values dark
        ascii(270, provenance.title());
        longs(273, new int[grid.rows()]); // where strips begin: filled in once the head's length is known
        shorts(277, 1); // samples of a cell
        longs(278, 1); // rows of a strip
        int[] lengths = new int[grid.rows()];
        Arrays.fill(lengths, 4 * grid.columns());
        longs(279, lengths);
        shorts(284, 1); // one plane
        ascii(305, "hotspots");
        shorts(339, 3); // floating point
        doubles(33550, grid.cellMetres(), grid.cellMetres(), 0);
        doubles(33922, 0, 0, 0, grid.minEasting(), grid.bounds().maxNorthing(), 0);
        String citation = "OSGB36 / British National Grid|";
        shorts(34735, new int[] {
            1, 1, 0, 5, // version of the directory, revision, number of keys
            1024, 0, 1, 1, // a projected system
            1025, 0, 1, 1, // a value is of its cell's area
            1026, 34737, citation.length(), 0, // its name
            3072, 0, 1, Crs.BRITISH_NATIONAL_GRID.epsg(),
            3076, 0, 1, 9001 // metres
        });
        ascii(34737, citation);
        ascii(42112, metadata(provenance, unit));
        ascii(42113, Integer.toString((int) NO_DATA));
    }

    /** The items that GDAL, and all that is built on it, show as the file's metadata. */
    private static String metadata(Provenance provenance, String unit) {
        return "<GDALMetadata>"
                + item("RUN_ID", provenance.runId())
                + item("TITLE", provenance.title())
                + item("VERDICT", provenance.verdict())
                + item("MARKING", provenance.marking().words())
                + item("METHOD_CARD", provenance.methodCard())
                + "<Item name=\"UNITTYPE\" sample=\"0\" role=\"unittype\">" + XmlText.ascii(unit) + "</Item>"
                + "<Item name=\"DESCRIPTION\" sample=\"0\" role=\"description\">density_per_km2</Item>"
                + "</GDALMetadata>";
    }

    private static String item(String name, String value) {
        return "<Item name=\"" + name + "\">" + XmlText.ascii(value) + "</Item>";
    }

    private void shorts(int tag, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(2 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putShort((short) value);
        }
        entries.add(new Entry(tag, SHORT, values.length, bytes.array()));
    }

    private void longs(int tag, int... values) {
        ByteBuffer bytes = ByteBuffer.allocate(4 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (int value : values) {
            bytes.putInt(value);
        }
        entries.add(new Entry(tag, LONG, values.length, bytes.array()));
    }

    private void doubles(int tag, double... values) {
        ByteBuffer bytes = ByteBuffer.allocate(8 * values.length).order(ByteOrder.LITTLE_ENDIAN);
        for (double value : values) {
            bytes.putDouble(value);
        }
        entries.add(new Entry(tag, DOUBLE, values.length, bytes.array()));
    }

    private void ascii(int tag, String text) {
        byte[] bytes = (text + "\0").getBytes(StandardCharsets.UTF_8);
        entries.add(new Entry(tag, ASCII, bytes.length, bytes));
    }

    /** Everything before the first strip. */
    private byte[] head(RasterGrid grid) {
        int directory = 2 + ENTRY_BYTES * entries.size() + 4;
        int values = entries.stream()
                .filter(entry -> !entry.isInline())
                .mapToInt(entry -> even(entry.values().length))
                .sum();
        int length = even(HEADER_BYTES + directory) + values;
        fillStripOffsets(length, 4 * grid.columns());
        ByteBuffer head = ByteBuffer.allocate(length).order(ByteOrder.LITTLE_ENDIAN);
        head.put((byte) 'I').put((byte) 'I').putShort((short) 42).putInt(HEADER_BYTES);
        head.putShort((short) entries.size());
        int next = even(HEADER_BYTES + directory);
        for (Entry entry : entries) {
            head.putShort((short) entry.tag()).putShort((short) entry.type()).putInt(entry.count());
            if (entry.isInline()) {
                head.put(entry.values()).position(head.position() + 4 - entry.values().length);
            } else {
                head.putInt(next);
                head.put(next, entry.values());
                next += even(entry.values().length);
            }
        }
        return head.array();
    }

    private void fillStripOffsets(int first, int stripBytes) {
        for (Entry entry : entries) {
            if (entry.tag() == 273) {
                ByteBuffer offsets = ByteBuffer.wrap(entry.values()).order(ByteOrder.LITTLE_ENDIAN);
                for (int strip = 0; strip < entry.count(); strip++) {
                    offsets.putInt(first + strip * stripBytes);
                }
            }
        }
    }

    private static int even(int bytes) {
        return bytes + (bytes & 1);
    }

    /** Rows from the north, as pictures have them; the raster counts from the south. */
    private static long rows(DensityLayer layer, OutputStream out) throws IOException {
        RasterGrid grid = layer.raster().grid();
        ByteBuffer strip = ByteBuffer.allocate(4 * grid.columns()).order(ByteOrder.LITTLE_ENDIAN);
        for (int row = grid.rows() - 1; row >= 0; row--) {
            strip.clear();
            for (int column = 0; column < grid.columns(); column++) {
                boolean inside = layer.inside().get(row * grid.columns() + column);
                strip.putFloat(inside ? (float) layer.raster().value(column, row) : NO_DATA);
            }
            out.write(strip.array());
        }
        return layer.inside().cardinality();
    }
}
