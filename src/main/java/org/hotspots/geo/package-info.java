/** Points, bounds, tiles and permanent grids in the British National Grid (EPSG:27700, metres). */
@NullMarked
package org.hotspots.geo;

import org.jspecify.annotations.NullMarked;
