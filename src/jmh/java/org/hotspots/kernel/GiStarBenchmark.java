package org.hotspots.kernel;

import java.util.concurrent.TimeUnit;
import org.hotspots.geo.SquareLattice;
import org.hotspots.stats.FalseDiscovery;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Counts of a million offences on 300 x 400 cells of 200 m, their Gi* at 600 m, and its false-discovery-rate control.
 * Run with {@code mvn -Pbench test-compile exec:exec@bench -Dbench=GiStarBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class GiStarBenchmark {
    private WeightedPoints points = WeightedPoints.unweighted(new double[0], new double[0]);
    private StudyCells cells =
            StudyCells.covering(new SquareLattice(200), BenchmarkCounty.GRID.bounds(), (easting, northing) -> true);
    private double[] counts = new double[0];
    private double[] p = new double[0];

    @Setup
    public void county() {
        points = BenchmarkCounty.offences(1_000_000);
        counts = CellCounts.count(points, cells);
        p = GiStar.score(cells, counts, 600).p();
    }

    @Benchmark
    public double[] count() {
        return CellCounts.count(points, cells);
    }

    @Benchmark
    public GiStar.Scores score() {
        return GiStar.score(cells, counts, 600);
    }

    @Benchmark
    public double[] benjaminiHochberg() {
        return FalseDiscovery.benjaminiHochberg(p);
    }
}
