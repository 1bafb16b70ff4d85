package org.hotspots.kernel;

import java.util.concurrent.TimeUnit;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Density of a county on 1200 x 1600 cells of 50 m: quartic of 500 m and Gaussian of sigma 500 m, collapsing included;
 * the quartic corrected at the county's border, and adaptive; and what comes of it, contours. Run with {@code mvn -Pbench test-compile exec:exec@bench -Dbench=DensityBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DensityBenchmark {
    @Param({"10000", "1000000"})
    public int offences;

    private WeightedPoints points = WeightedPoints.unweighted(new double[0], new double[0]);
    private DataWindow window =
            DataWindow.of(new GeometryFactory().toGeometry(new Envelope(560_000, 620_000, 180_000, 260_000)), 50);
    private Raster surface = Raster.owning(BenchmarkCounty.GRID, new double[BenchmarkCounty.GRID.size()]);

    @Setup
    public void county() {
        points = BenchmarkCounty.offences(offences);
        surface = Density.quartic(points, 500, BenchmarkCounty.GRID);
    }

    @Benchmark
    public WeightedPoints collapse() {
        return points.collapsed();
    }

    @Benchmark
    public Raster quartic() {
        return Density.quartic(points, 500, BenchmarkCounty.GRID);
    }

    @Benchmark
    public Raster gaussian() {
        return Density.gaussian(points, 500, BenchmarkCounty.GRID);
    }

    @Benchmark
    public Raster quarticCorrected() {
        Kernel kernel = Kernel.quartic(500);
        return Density.of(EdgeCorrection.diggle(points.collapsed(), kernel, window), kernel, BenchmarkCounty.GRID);
    }

    @Benchmark
    public Raster shares() {
        return EdgeCorrection.shares(BenchmarkCounty.GRID, Kernel.quartic(500), window);
    }

    @Benchmark
    public Raster adaptive() {
        return AdaptiveDensity.of(points, Kernel.quartic(500), 100, window).over(BenchmarkCounty.GRID);
    }

    @Benchmark
    public Object contours() {
        return Contours.above(surface, surface.max() / 20);
    }
}
