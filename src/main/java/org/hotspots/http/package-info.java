/** Routes, parameters, problems and the page. */
@NullMarked
package org.hotspots.http;

import org.jspecify.annotations.NullMarked;
