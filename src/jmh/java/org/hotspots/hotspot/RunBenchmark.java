package org.hotspots.hotspot;

import java.util.concurrent.TimeUnit;
import org.hotspots.question.Method;
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
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;

/**
 * A question over a county of a million offences, never asked before: the count alone, what the run's own answer needs
 * (surface, cells, legends), and the hotspots. Run with {@code mvn -Pbench test-compile exec:exec@bench
 * -Dbench=RunBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 2)
@Measurement(iterations = 5, time = 2)
@Fork(1)
public class RunBenchmark {
    @Param({"KDE_QUARTIC", "KDE_GAUSSIAN", "KDE_ADAPTIVE", "GRID_COUNT", "GI_STAR", "DBSCAN"})
    public Method method = Method.KDE_QUARTIC;

    private final CountyEngine county = new CountyEngine(1_000_000);

    /** Makes the study area, which is kept for all questions about it. */
    @Setup
    public void firstQuestion() {
        county.fresh(method).hotspots();
    }

    @TearDown
    public void close() {
        county.close();
    }

    @Benchmark
    public long count() {
        return county.fresh(method).n();
    }

    @Benchmark
    public Object answer() {
        Run run = county.fresh(method);
        run.densityLegend();
        return run.cellsLegend();
    }

    @Benchmark
    public Object hotspots() {
        return county.fresh(method).hotspots();
    }
}
