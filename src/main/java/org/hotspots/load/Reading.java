package org.hotspots.load;

import java.nio.charset.Charset;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * All that the reading of an import's files depends on.
 *
 * @param profile how the files are to be read
 * @param force the force whose rows they are, blank where the rows say
 * @param crs overrides what the columns' names say; null for none
 * @param charset declared encoding; null for UTF-8
 * @param limits bounds of what is read
 * @param latest dates after this are misprints
 * @param withIsleOfMan whether points there are kept
 */
record Reading(
        Profile profile,
        String force,
        @Nullable CoordinateSystem crs,
        @Nullable Charset charset,
        ReadLimits limits,
        Instant latest,
        boolean withIsleOfMan) {}
