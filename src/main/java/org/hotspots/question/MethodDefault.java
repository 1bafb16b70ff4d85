package org.hotspots.question;

import org.hotspots.area.AreaAddress;
import org.jspecify.annotations.Nullable;

/**
 * The method of a question that names none, and why.
 *
 * @param setting the method and its length
 * @param by what decided
 * @param tested the back-test that was found; null for none
 * @param reason in a few sentences
 */
public record MethodDefault(
        MethodChoice.Setting setting, By by, @Nullable Tested tested, String reason) {

    /** What decided. */
    public enum By {
        /** A back-test chose the method, or found no reason to leave the general default. */
        BACKTEST,
        /** There is no back-test, or it could prefer no method. */
        GENERAL
    }

    /**
     * A back-test.
     *
     * @param area the area that was tested; null for the whole force
     * @param dataVersion number of the data version that was tested
     */
    public record Tested(@Nullable AreaAddress area, long dataVersion) {}
}
