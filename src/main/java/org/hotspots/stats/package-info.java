/** Exact tests, intervals and false-discovery-rate control; pure functions. */
@NullMarked
package org.hotspots.stats;

import org.jspecify.annotations.NullMarked;
