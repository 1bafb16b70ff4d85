/** Reading of source files into offences: decoding, profiles, row checks, quarantine, the import job. */
@NullMarked
package org.hotspots.load;

import org.jspecify.annotations.NullMarked;
