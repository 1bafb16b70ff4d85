package org.hotspots.question;

import java.util.Optional;
import org.hotspots.area.AreaAddress;
import org.hotspots.offence.Theme;
import org.jspecify.annotations.Nullable;

/** What back-tests chose; asked anew for each question that names no method, so that a new back-test counts at once. */
@FunctionalInterface
public interface MethodChoices {
    /** None at all: every question has the general default. */
    MethodChoices NONE = (theme, area, dataVersion) -> Optional.empty();

    /**
     * The newest choice for a theme in this very area.
     *
     * @param area the area; null for the whole force
     * @param dataVersion no test of a later data version counts
     */
    Optional<MethodChoice> findNewest(Theme theme, @Nullable AreaAddress area, long dataVersion);
}
