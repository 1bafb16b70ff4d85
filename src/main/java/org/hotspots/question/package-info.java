/** What may be asked: the parameters with their ranges, and a question read, checked and written in full. */
@NullMarked
package org.hotspots.question;

import org.jspecify.annotations.NullMarked;
