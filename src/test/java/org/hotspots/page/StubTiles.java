package org.hotspots.page;

import java.awt.image.BufferedImage;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.imageio.ImageIO;

/** Pictures for the made-up county: a bump of density around each place, in the colours of the legend. */
final class StubTiles {
    private static final Pattern ADDRESS = Pattern.compile(".*/(density|cells)/(\\d+)/(\\d+)/(\\d+)(@2x)?\\.png");
    private static final int[] COLOURS = {0xfffde725, 0xff7ad151, 0xff22a884, 0xff2a788e, 0xff414487, 0xff440154};
    private static final int[] BREAKS = {5, 10, 20, 50, 100, 200};

    private StubTiles() {}

    static byte[] tile(String path, Map<String, String> question) throws IOException {
        Matcher address = ADDRESS.matcher(path);
        if (!address.matches()) throw new IllegalArgumentException(path);
        int side = address.group(5) == null ? 256 : 512;
        double tiles = Math.pow(2, Integer.parseInt(address.group(2)));
        int x = Integer.parseInt(address.group(3));
        int y = Integer.parseInt(address.group(4));
        double cell = address.group(1).equals("cells") ? 0.004 : 0;
        List<StubCounty.Place> places = StubCounty.answer(question);
        BufferedImage picture = new BufferedImage(side, side, BufferedImage.TYPE_INT_ARGB);
        for (int row = 0; row < side; row++) {
            double lat = Math.toDegrees(Math.atan(Math.sinh(Math.PI * (1 - 2 * (y + (row + 0.5) / side) / tiles))));
            for (int column = 0; column < side; column++) {
                double lon = (x + (column + 0.5) / side) / tiles * 360 - 180;
                picture.setRGB(column, row, colour(density(places, centre(lon, cell * 1.5), centre(lat, cell))));
            }
        }
        return png(picture);
    }

    /** Nothing is painted where there is no hotspot. */
    static byte[] blank() throws IOException {
        return png(new BufferedImage(256, 256, BufferedImage.TYPE_INT_ARGB));
    }

    private static byte[] png(BufferedImage picture) throws IOException {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ImageIO.write(picture, "png", out);
        return out.toByteArray();
    }

    private static double centre(double value, double cell) {
        return cell == 0 ? value : (Math.floor(value / cell) + 0.5) * cell;
    }

    private static double density(List<StubCounty.Place> places, double lon, double lat) {
        double sum = 0;
        for (StubCounty.Place place : places) {
            double east = (lon - place.lon()) / 0.012;
            double north = (lat - place.lat()) / 0.008;
            sum += place.count() * 5 * Math.exp(-4 * (east * east + north * north));
        }
        return sum;
    }

    private static int colour(double density) {
        int paint = 0;
        for (int i = 0; i < BREAKS.length && density >= BREAKS[i]; i++) paint = COLOURS[i];
        return paint;
    }
}
