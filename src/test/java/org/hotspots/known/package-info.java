/**
 * Published answers and ours, side by side. Each class beside {@link org.hotspots.known.KnownAnswersTest} lists the
 * answers of one family of methods; the test writes them into {@code src/docs/methods/known-answers.md}.
 */
@NullMarked
package org.hotspots.known;

import org.jspecify.annotations.NullMarked;
