/** Tests of the web server over real sockets. */
@NullMarked
package org.hotspots.http;

import org.jspecify.annotations.NullMarked;
