/** Figures and dates in sentences, as British English writes them on every machine; texts in tables. */
@NullMarked
package org.hotspots.wording;

import org.jspecify.annotations.NullMarked;
