package org.hotspots.backtest;

import java.util.Optional;

/** Where back-tests are kept, as JSON; the database implements it. */
public interface BacktestStore {
    /** Stores the back-test, in place of an earlier one of the same data version, theme and area. */
    void save(StoredBacktest backtest);

    /** The back-test of the newest data version that has one. */
    default Optional<StoredBacktest> findNewest(String theme, String area) {
        return findNewest(theme, area, Long.MAX_VALUE);
    }

    /** The back-test of the newest data version that has one and is not after this one. */
    Optional<StoredBacktest> findNewest(String theme, String area, long dataVersion);

    /**
     * @param dataVersion number of the data version
     * @param theme word of the theme
     * @param area {@code kind:slug}, or {@code force}
     * @param json the table and the choice
     */
    record StoredBacktest(long dataVersion, String theme, String area, String json) {}
}
