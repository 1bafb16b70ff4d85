/** The standard interface for map programs: OGC API - Features (parts 1 and 2) and Tiles (part 1) under {@code /ogc}. */
@NullMarked
package org.hotspots.http.ogc;

import org.jspecify.annotations.NullMarked;
