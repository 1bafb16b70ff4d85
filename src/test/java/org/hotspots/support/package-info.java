/** What the tests of several packages lean on. */
@NullMarked
package org.hotspots.support;

import org.jspecify.annotations.NullMarked;
