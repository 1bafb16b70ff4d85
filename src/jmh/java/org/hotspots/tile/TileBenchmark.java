package org.hotspots.tile;

import java.util.concurrent.TimeUnit;
import org.hotspots.geo.BritishNationalGrid;
import org.hotspots.geo.TileAddress;
import org.hotspots.hotspot.CountyEngine;
import org.hotspots.hotspot.Run;
import org.hotspots.question.Method;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Threads;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Tiles of a computed run over a county of a million offences, on two threads, and a first view: a new question and the
 * twelve tiles of a screen. Run with {@code mvn -Pbench test-compile exec:exec@bench -Dbench=TileBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Threads(2)
@Fork(1)
public class TileBenchmark {
    @Param({"8", "12", "15"})
    public int z;

    private final CountyEngine county = new CountyEngine(1_000_000);
    private final Run run = county.fresh(Method.KDE_QUARTIC);
    private final CellVectorTiles vectorTiles = new CellVectorTiles();
    private int next;

    @Benchmark
    public Object density() {
        return DensityTiles.render(run, tile(next++), TileSize.NORMAL);
    }

    @Benchmark
    public Object cells() {
        return CellTiles.render(run, tile(next++), TileSize.NORMAL);
    }

    @Benchmark
    public Object vector() {
        return vectorTiles.render(run, tile(next++));
    }

    @Benchmark
    @BenchmarkMode(Mode.AverageTime)
    @OutputTimeUnit(TimeUnit.MILLISECONDS)
    @Threads(1)
    public int firstView() {
        Run asked = county.fresh(Method.KDE_QUARTIC);
        int bytes = 0;
        for (int i = 0; i < 12; i++) {
            bytes += DensityTiles.render(asked, tile(i), TileSize.NORMAL).length;
        }
        return bytes;
    }

    /** Twelve neighbouring tiles around the middle of the county, again and again. */
    private TileAddress tile(int i) {
        double[] centre = {590_000, 220_000};
        BritishNationalGrid.toWebMercator(centre, 1);
        double side = new TileAddress(z, 0, 0).mercatorSide();
        double half = new TileAddress(0, 0, 0).mercatorSide() / 2;
        int x = (int) Math.floor((centre[0] + half) / side) - 1 + Math.floorMod(i, 4);
        int y = (int) Math.floor((half - centre[1]) / side) - 1 + Math.floorMod(i / 4, 3);
        return new TileAddress(z, x, y);
    }
}
