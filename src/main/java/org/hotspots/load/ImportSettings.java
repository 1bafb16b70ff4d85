package org.hotspots.load;

import java.nio.file.Path;
import java.time.Clock;

/**
 * What does not change from import to import.
 *
 * @param spoolFolder where uploads are kept while they are imported or await review; only this server's
 * @param quarantineShare share of rejected rows, from 0 to 1, above which an import waits for a person
 * @param limits bounds of what is read
 * @param withIsleOfMan whether points on the Isle of Man are kept
 * @param clock tells what is in the future, and when an import ran
 */
public record ImportSettings(
        Path spoolFolder, double quarantineShare, ReadLimits limits, boolean withIsleOfMan, Clock clock) {
    public ImportSettings {
        if (!(quarantineShare >= 0 && quarantineShare <= 1)) {
            throw new IllegalArgumentException("quarantine_share=" + quarantineShare + ": from 0 to 1");
        }
    }

    /** Five percent, the usual limits, the system's clock. */
    public static ImportSettings of(Path spoolFolder) {
        return new ImportSettings(spoolFolder, 0.05, ReadLimits.DEFAULT, false, Clock.systemUTC());
    }
}
