/** One layer of a run as a file that programs for maps and tables open. */
@NullMarked
package org.hotspots.export;

import org.jspecify.annotations.NullMarked;
