/** The private PostgreSQL cluster that the server runs for itself where no database is configured. */
@NullMarked
package org.hotspots.store.cluster;

import org.jspecify.annotations.NullMarked;
