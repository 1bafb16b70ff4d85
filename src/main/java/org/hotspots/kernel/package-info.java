/** Density, Gi*, local Moran, clusters, near repeats and contours: pure functions over flat arrays in metres. */
@NullMarked
package org.hotspots.kernel;

import org.jspecify.annotations.NullMarked;
