/** Colour ramps, and map tiles as PNG and as vector tiles. */
@NullMarked
package org.hotspots.tile;

import org.jspecify.annotations.NullMarked;
