package org.hotspots.backtest;

import java.util.Optional;

/** Where back-tests are kept, as JSON; the database implements it. */
public interface BacktestStore {
    /** Stores the back-test, in place of an earlier one of the same data version, theme and area. */
    void save(StoredBacktest backtest);

    /** The back-test of the newest data version that has one. */
    Optional<StoredBacktest> findNewest(String theme, String area);

    /**
     * @param dataVersion number of the data version
     * @param theme word of the theme
     * @param area {@code kind:slug}, or {@code force}
     * @param json the table and the choice
     */
    record StoredBacktest(long dataVersion, String theme, String area, String json) {}
}
