/** Which method would have found the next month's events: scores of predictions, back-tests, and the choice they lead to. */
@NullMarked
package org.hotspots.backtest;

import org.jspecify.annotations.NullMarked;
