/** The patrol brief: a printed page for each place of a run, with map, why, when, what and how sure. */
@NullMarked
package org.hotspots.brief;

import org.jspecify.annotations.NullMarked;
