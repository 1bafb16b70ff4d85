/** The data of one version in memory, and the ground that a question may be about. */
@NullMarked
package org.hotspots.snapshot;

import org.jspecify.annotations.NullMarked;
