package org.hotspots.load;

import java.nio.charset.Charset;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What to import, and how.
 *
 * @param id the import's id, unguessable
 * @param sources at least one file; all together are one import
 * @param profile how they are to be read
 * @param overrides what is said of these files beside the profile
 * @param dryRun whether to tell what would happen and store nothing
 * @param acceptQuarantine whether to publish however many rows are quarantined
 */
public record ImportRequest(
        UUID id,
        List<ImportSource> sources,
        Profile profile,
        Overrides overrides,
        boolean dryRun,
        boolean acceptQuarantine) {

    /** @throws ImportException {@code invalid-request} with every fault */
    public ImportRequest {
        sources = List.copyOf(sources);
        List<ImportProblem.Fault> faults = overrides.faults();
        if (sources.isEmpty()) {
            faults.add(new ImportProblem.Fault("file", "at least one"));
        }
        if (!faults.isEmpty()) {
            throw new ImportException(new ImportProblem(
                    "invalid-request",
                    422,
                    faults.get(0).name() + ": " + faults.get(0).reason(),
                    faults));
        }
    }

    /** An import with a new id and nothing special. */
    public static ImportRequest of(List<ImportSource> sources, Profile profile) {
        return new ImportRequest(UUID.randomUUID(), sources, profile, Overrides.NONE, false, false);
    }

    /**
     * What is said of the files beside the profile; each may be null.
     *
     * @param force the force whose rows they are
     * @param crs EPSG:27700 or CRS84, whatever the columns' names say
     * @param charset encoding of files without a byte order mark
     */
    public record Overrides(
            @Nullable String force,
            @Nullable String crs,
            @Nullable String charset) {
        public static final Overrides NONE = new Overrides(null, null, null);

        private List<ImportProblem.Fault> faults() {
            List<ImportProblem.Fault> faults = new ArrayList<>();
            if (crs != null && CoordinateSystem.find(crs).isEmpty()) {
                faults.add(new ImportProblem.Fault("crs", "crs=" + crs + ": one of " + CoordinateSystem.NAMES));
            }
            if (charset != null && Charsets.find(charset).isEmpty()) {
                faults.add(new ImportProblem.Fault("charset", "charset=" + charset + ": one of " + Charsets.NAMES));
            }
            return faults;
        }
    }

    Reading reading(ImportSettings settings) {
        Optional<CoordinateSystem> crs = Optional.ofNullable(overrides.crs())
                .or(() -> Optional.ofNullable(profile.crs()))
                .flatMap(CoordinateSystem::find);
        Optional<Charset> charset = Optional.ofNullable(overrides.charset())
                .or(() -> Optional.ofNullable(profile.charset()))
                .flatMap(Charsets::find);
        return new Reading(
                profile,
                overrides.force() == null ? profile.force() : overrides.force(),
                crs.orElse(null),
                charset.orElse(null),
                settings.limits(),
                settings.clock().instant().plus(Duration.ofHours(24)),
                settings.withIsleOfMan());
    }
}
