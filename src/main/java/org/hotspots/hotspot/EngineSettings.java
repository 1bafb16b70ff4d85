package org.hotspots.hotspot;

import java.time.Duration;
import org.hotspots.offence.Codebooks;
import org.jspecify.annotations.Nullable;

/**
 * How the engine works; read once, before it starts.
 *
 * @param softwareVersion version of this program, part of every run id
 * @param forceName what the whole force is called, such as "Warwickshire Police"; null for what its data call it
 * @param cacheBytes how much memory the runs kept for reuse may take, above 0
 * @param computations how many computations may run at once, above 0
 * @param deadline how long a request waits for its turn or for another's computation, above 0
 * @param codebooks codebooks of harm that questions may name
 */
public record EngineSettings(
        String softwareVersion,
        @Nullable String forceName,
        long cacheBytes,
        int computations,
        Duration deadline,
        Codebooks codebooks) {
    private static final long DEFAULT_CACHE_BYTES = 512L << 20;
    private static final int COMPUTATIONS_PER_CORE = 2;
    private static final Duration DEFAULT_DEADLINE = Duration.ofSeconds(15);

    public EngineSettings {
        if (cacheBytes <= 0 || computations <= 0 || deadline.isNegative() || deadline.isZero()) {
            throw new IllegalArgumentException("cache_bytes, computations and deadline: above 0; got " + cacheBytes
                    + ", " + computations + ", " + deadline);
        }
    }

    /** At most a quarter of the heap and 512 MiB of runs, two computations a core, fifteen seconds. */
    public static EngineSettings defaults(String softwareVersion) {
        Runtime runtime = Runtime.getRuntime();
        return new EngineSettings(
                softwareVersion,
                null,
                Math.min(DEFAULT_CACHE_BYTES, runtime.maxMemory() / 4),
                COMPUTATIONS_PER_CORE * runtime.availableProcessors(),
                DEFAULT_DEADLINE,
                Codebooks.NONE);
    }

    public EngineSettings withForceName(String name) {
        return new EngineSettings(softwareVersion, name, cacheBytes, computations, deadline, codebooks);
    }

    public EngineSettings withCodebooks(Codebooks loaded) {
        return new EngineSettings(softwareVersion, forceName, cacheBytes, computations, deadline, loaded);
    }
}
