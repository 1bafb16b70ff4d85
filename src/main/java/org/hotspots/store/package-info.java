/** PostGIS, the record: the private cluster, migrations, COPY, merging, snapshots and runs. */
@NullMarked
package org.hotspots.store;

import org.jspecify.annotations.NullMarked;
