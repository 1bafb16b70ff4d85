package org.hotspots.support;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.hotspots.backtest.BacktestStore;

/** Back-tests in memory. */
public final class FakeBacktestStore implements BacktestStore {
    private final List<StoredBacktest> stored = new CopyOnWriteArrayList<>();

    @Override
    public void save(StoredBacktest backtest) {
        stored.removeIf(old -> old.dataVersion() == backtest.dataVersion()
                && old.theme().equals(backtest.theme())
                && old.area().equals(backtest.area()));
        stored.add(backtest);
    }

    @Override
    public Optional<StoredBacktest> findNewest(String theme, String area, long dataVersion) {
        return stored.stream()
                .filter(backtest -> backtest.theme().equals(theme)
                        && backtest.area().equals(area)
                        && backtest.dataVersion() <= dataVersion)
                .max(Comparator.comparingLong(StoredBacktest::dataVersion));
    }
}
