/** A question asked of a data version gives a run; everything a person sees is a view of one run. */
@NullMarked
package org.hotspots.hotspot;

import org.jspecify.annotations.NullMarked;
