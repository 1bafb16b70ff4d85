@NullMarked
package org.hotspots.offence;

import org.jspecify.annotations.NullMarked;
