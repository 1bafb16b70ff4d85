package org.hotspots.export;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigDecimal;
import java.util.Optional;
import org.hotspots.hotspot.Legend;

/**
 * The run's own breaks and colours on one column of a layer.
 *
 * @param column the number that decides
 * @param legend of the run; without breaks where nothing is painted
 */
public record Style(Column column, Legend legend) {
    /** The class of a feature; empty for one below the first break, which is only outlined. */
    Optional<Integer> classOf(JsonNode properties) {
        BigDecimal value = column.number(properties);
        int found = -1;
        while (value != null
                && found + 1 < legend.breaks().size()
                && value.doubleValue() >= legend.breaks().get(found + 1)) {
            found++;
        }
        return found < 0 ? Optional.empty() : Optional.of(found);
    }
}
