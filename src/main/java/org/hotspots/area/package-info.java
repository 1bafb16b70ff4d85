/** Named areas (districts, towns, wards, LSOAs, beats) and the point-in-area index. */
@NullMarked
package org.hotspots.area;

import org.jspecify.annotations.NullMarked;
