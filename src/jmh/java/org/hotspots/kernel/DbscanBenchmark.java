package org.hotspots.kernel;

import java.util.concurrent.TimeUnit;
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
 * DBSCAN of a million offences, 150 m and 10, collapsing included. Run with {@code mvn -Pbench test-compile
 * exec:exec@bench -Dbench=DbscanBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 5, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class DbscanBenchmark {
    private WeightedPoints points = WeightedPoints.unweighted(new double[0], new double[0]);

    @Setup
    public void county() {
        points = BenchmarkCounty.offences(1_000_000);
    }

    @Benchmark
    public Dbscan.Clusters dbscan() {
        return Dbscan.cluster(points, 150, 10);
    }
}
