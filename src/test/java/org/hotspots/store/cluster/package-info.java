@NullMarked
package org.hotspots.store.cluster;

import org.jspecify.annotations.NullMarked;
