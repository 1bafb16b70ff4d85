/** Offences, themes and filters, and the columnar snapshot that questions are answered from. */
@NullMarked
package org.hotspots.offence;

import org.jspecify.annotations.NullMarked;
