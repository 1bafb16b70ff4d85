package org.hotspots.stats;

import java.util.Arrays;
import java.util.concurrent.TimeUnit;
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
 * One comparison of a verdict, 999 maps, on all cores: a theme in a town, in a district, and anti-social behaviour over
 * a force (events:cells), even and skewed as offending is. The goal is 100 ms. Run with {@code mvn -Pbench test-compile
 * exec:exec@bench -Dbench=VerdictBenchmark}.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.AverageTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
@Fork(1)
public class VerdictBenchmark {
    @Param({"60:300", "1000:1000", "5000:1000", "30000:4000", "750000:120000"})
    public String size = "60:300";

    @Param({"false", "true"})
    public boolean skewed;

    private MultinomialMaps chance = new MultinomialMaps(new double[] {1});
    private int[] counts = new int[1];

    @Setup
    public void draw() {
        String[] numbers = size.split(":", -1);
        double[] weights = new double[Integer.parseInt(numbers[1])];
        // Whole numbers, as counts of offences are.
        Arrays.setAll(weights, i -> skewed ? 1 + Math.floor(300.0 / (1 + i % 1000)) : 1);
        chance = new MultinomialMaps(weights);
        counts = chance.draw(Integer.parseInt(numbers[0]), new SeededRandom(1));
    }

    @Benchmark
    public Concentration comparison() {
        return Concentration.of(counts, chance, new Concentration.Draw(999, 1, "benchmark"));
    }
}
