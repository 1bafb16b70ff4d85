package org.hotspots.known;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import java.util.function.Supplier;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;
import org.hotspots.geo.RasterGrid;
import org.hotspots.kernel.BandwidthAdvice;
import org.hotspots.kernel.DataWindow;
import org.hotspots.kernel.Density;
import org.hotspots.kernel.EdgeCorrection;
import org.hotspots.kernel.Kernel;
import org.hotspots.kernel.Raster;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.support.SharedData;
import org.locationtech.jts.geom.Coordinate;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;

/** Answers about density and its bandwidth. */
final class DensityAnswers {
    private static final String SEVEN = "seven points, h = 250: per km² at ";
    private static final String SPATSTAT = "spatstat";
    private static final String REDWOOD = "vectors/spatstat_redwood.csv";
    private static final String CHORLEY = "vectors/spatstat_chorley.csv";

    /**
     * Outline of the Chorley and Ribble study region in km, with bends of less than 0.8 km taken out: the candidates of the
     * rules depend on its diameter and on its bounds' short side, and those are kept.
     */
    private static final double[][] CHORLEY_OUTLINE = {
        {359.46, 410.57},
        {359.56, 411.99},
        {361.065, 412.685},
        {362.31, 410.9},
        {363.3, 411.51},
        {363.91, 412.51},
        {364.71, 412.93},
        {366.45, 414.59},
        {365.8, 415.25},
        {365.685, 416.56},
        {364.99, 419.08},
        {365.7375, 420.32},
        {366.04, 422.01},
        {365.2025, 422.43},
        {364.48, 423.02},
        {364.34, 424.2},
        {364.135, 425.2375},
        {363.495, 425.77},
        {363.09, 426.835},
        {362.82, 427.69},
        {363.5125, 428.8025},
        {362.8225, 429.31},
        {363.69, 430.22},
        {363.7875, 431.025},
        {362.54, 431.23},
        {361.525, 431.445},
        {360.63, 431.565},
        {359.76, 431.36},
        {358.38, 431.79},
        {358.19, 431.56},
        {358.8625, 430.7025},
        {358.27, 430.01},
        {357.425, 429.805},
        {356.2675, 428.495},
        {355, 428.425},
        {354.05, 428.57},
        {352.98, 428.225},
        {352.295, 429.06},
        {350.04, 429.05},
        {347.83, 428.48},
        {346.16, 427.91},
        {343.45, 427},
        {344.375, 426.65},
        {345.425, 425.15},
        {345.36875, 422.855},
        {345.84, 421.2725},
        {345.91625, 419.69875},
        {346.27, 418.75},
        {346.3075, 417.75875},
        {346.705, 416.555},
        {346.705, 415},
        {347.515, 414.14875},
        {348.365, 414.295},
        {349.57, 413.75},
        {351.15, 414.4},
        {353.115, 413.77},
        {353.91375, 414.4075},
        {354.125, 413.63},
        {354.28, 412.215},
        {355.9, 412.13},
        {357.08, 412.39},
        {358.305, 412.175},
        {358.73, 410.41},
        {359.46, 410.57}
    };

    private DensityAnswers() {}

    static List<KnownAnswer> all() {
        return Stream.of(kernels(), edges(), bandwidths()).flatMap(List::stream).toList();
    }

    private static List<KnownAnswer> kernels() {
        return List.of(
                quartic("400, 300", "45.1081269", 400, 300),
                quartic("100, 0", "37.2969208", 100, 0),
                quartic("0, 0", "30.4754534", 0, 0),
                quartic("500, 650", "1.9801421", 500, 650),
                ratio("h / 4", ".87890625", 0.25),
                ratio("h / √2", ".25", Math.sqrt(0.5)),
                KnownAnswer.of(
                        "Density, quartic",
                        "standard deviation along an axis, h = 1: 1/√8",
                        ".35355339",
                        SPATSTAT,
                        DensityAnswers::quarticSigmaBySum));
    }

    private static KnownAnswer quartic(String place, String published, double easting, double northing) {
        WeightedPoints seven = WeightedPoints.unweighted(
                new double[] {0, 100, 150, 400, 420, 430, 700}, new double[] {0, 0, 80, 300, 310, 290, 650});
        RasterGrid cell = new RasterGrid(easting - 5, northing - 5, 10, 1, 1);
        return KnownAnswer.of(
                "Density, quartic",
                SEVEN + place,
                published,
                "independent sum, confirmed by " + SPATSTAT,
                () -> Density.quartic(seven, 250, cell).value(0, 0));
    }

    private static KnownAnswer ratio(String distance, String published, double radii) {
        Kernel kernel = Kernel.quartic(200);
        return KnownAnswer.of(
                "Density, quartic",
                "kernel at " + distance + " by kernel at 0",
                published,
                "PredictCode, tests of the retrospective hotspot",
                () -> kernel.perM2(radii * 200 * radii * 200) / kernel.peakPerM2());
    }

    /** The kernel's second moment along an axis, summed over a fine grid. */
    private static double quarticSigmaBySum() {
        WeightedPoints one = WeightedPoints.unweighted(new double[] {0}, new double[] {0});
        RasterGrid grid = new RasterGrid(-1.01, -1.01, 0.002, 1010, 1010);
        Raster kernel = Density.quartic(one, 1, grid);
        double moment = 0;
        for (int row = 0; row < grid.rows(); row++) {
            for (int column = 0; column < grid.columns(); column++) {
                moment += kernel.value(column, row) * grid.centreEasting(column) * grid.centreEasting(column);
            }
        }
        return Math.sqrt(moment * 0.002 * 0.002 / 1e6);
    }

    private static List<KnownAnswer> edges() {
        return List.of(KnownAnswer.of(
                        "Edge correction, Diggle",
                        "redwood, Gaussian of 0.1: integral over the unit square, within 1 %",
                        "62",
                        "spatstat.explore, tests of density.ppp",
                        () -> {
                            Kernel kernel = Kernel.gaussian(0.1);
                            RasterGrid grid = new RasterGrid(0, -1, 0.01, 100, 100);
                            WeightedPoints corrected = EdgeCorrection.diggle(points(REDWOOD, ""), kernel, unitSquare());
                            return Density.of(corrected, kernel, grid).integral() / 1e6;
                        })
                .from(REDWOOD));
    }

    /** Points of a file, and their window; both read when an answer is computed. */
    private record Sample(String name, String file, String mark, Supplier<DataWindow> window) {
        WeightedPoints points() {
            return DensityAnswers.points(file, mark);
        }

        KnownAnswer asked(String rule, String published, DoubleSupplier ours) {
            return KnownAnswer.of("Bandwidth, " + rule, name, published, SPATSTAT, ours)
                    .from(file);
        }

        KnownAnswer scott(String axis, String published, ToDoubleFunction<BandwidthAdvice.PerAxis> value) {
            return asked("Scott, " + axis, published, () -> value.applyAsDouble(BandwidthAdvice.scott(points())));
        }

        KnownAnswer meanSquareError(String published) {
            return asked(
                    "Diggle",
                    published,
                    () -> BandwidthAdvice.meanSquareError(points(), window.get())
                            .orElseThrow());
        }

        KnownAnswer likelihood(String published) {
            return asked(
                    "likelihood",
                    published,
                    () -> BandwidthAdvice.likelihood(points(), window.get(), candidates())
                            .orElseThrow());
        }

        KnownAnswer areaMatch(String published) {
            return asked(
                    "Cronie and van Lieshout",
                    published,
                    () -> BandwidthAdvice.areaMatch(points(), window.get(), candidates())
                            .orElseThrow());
        }

        private double[] candidates() {
            return BandwidthAdvice.candidates(points(), window.get());
        }
    }

    private static List<KnownAnswer> bandwidths() {
        Sample redwood = new Sample("redwood, 62 points", REDWOOD, "", DensityAnswers::unitSquare);
        Sample larynx = new Sample("chorley, 58 of the larynx", CHORLEY, "larynx", DensityAnswers::chorley);
        return List.of(
                redwood.scott("across", ".1362021", BandwidthAdvice.PerAxis::acrossMetres),
                redwood.scott("up", ".1378626", BandwidthAdvice.PerAxis::upMetres),
                redwood.meanSquareError(".0225049"),
                redwood.likelihood(".0408057"),
                redwood.areaMatch(".1339284"),
                larynx.scott("across", "1.618052", BandwidthAdvice.PerAxis::acrossMetres),
                larynx.scott("up", "2.479527", BandwidthAdvice.PerAxis::upMetres),
                larynx.meanSquareError(".559604"),
                larynx.likelihood(".971744"),
                larynx.areaMatch("3.563423")
                        .butPublishedIsWrong("cut off after six decimals, not rounded: spatstat 3.0 prints 3.5634239"));
    }

    private static DataWindow unitSquare() {
        return DataWindow.of(new GeometryFactory().toGeometry(new Envelope(0, 1, -1, 0)), 0.0025);
    }

    private static DataWindow chorley() {
        Coordinate[] ring = Arrays.stream(CHORLEY_OUTLINE)
                .map(corner -> new Coordinate(corner[0], corner[1]))
                .toArray(Coordinate[]::new);
        return DataWindow.of(new GeometryFactory().createPolygon(ring), 0.05);
    }

    /** The points of a file with this mark; all of them where there is none. */
    private static WeightedPoints points(String file, String mark) {
        try {
            List<String[]> rows = Files.readAllLines(SharedData.require(file)).stream()
                    .skip(1)
                    .map(line -> line.split(",", -1))
                    .filter(row -> mark.isEmpty() || row[2].equals('"' + mark + '"'))
                    .toList();
            return WeightedPoints.unweighted(
                    rows.stream().mapToDouble(row -> Double.parseDouble(row[0])).toArray(),
                    rows.stream().mapToDouble(row -> Double.parseDouble(row[1])).toArray());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
