/** Command line, settings and wiring. */
@NullMarked
package org.hotspots.app;

import org.jspecify.annotations.NullMarked;
