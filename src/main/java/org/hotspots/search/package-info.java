/** Places that people type, found: names of areas and streets, grid references and coordinates. */
@NullMarked
package org.hotspots.search;

import org.jspecify.annotations.NullMarked;
