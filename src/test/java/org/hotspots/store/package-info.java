@NullMarked
package org.hotspots.store;

import org.jspecify.annotations.NullMarked;
