/** The seeded generator of the synthetic sample, with what was planted written down. */
@NullMarked
package org.hotspots.sample;

import org.jspecify.annotations.NullMarked;
