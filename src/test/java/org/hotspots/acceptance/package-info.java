/**
 * What only the whole program can show, on a real database: the acceptance cases, each test named after its case's id.
 */
@NullMarked
package org.hotspots.acceptance;

import org.jspecify.annotations.NullMarked;
