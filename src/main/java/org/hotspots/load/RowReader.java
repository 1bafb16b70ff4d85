package org.hotspots.load;

import org.hotspots.offence.Offence;
import org.jspecify.annotations.Nullable;

/** Reads rows of one file into offences; made for the file's header. */
interface RowReader {
    /** The offence, or null where the check was given a reason to reject the row. */
    @Nullable
    Offence read(CsvRow row, RowCheck check);

    static RowReader of(Header header, Reading reading) {
        return switch (reading.profile().format()) {
            case POLICE_UK -> new PoliceUkReader(header, reading);
            case FORCE_EXTRACT -> new ExtractReader(header, reading);
        };
    }
}
