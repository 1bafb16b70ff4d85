package org.hotspots.load;

import java.util.LinkedHashMap;
import java.util.Map;

/** Answers for the texts that repeat in a column; the oldest are forgotten, so that no file can fill the memory. */
final class Remembered<T> extends LinkedHashMap<String, T> {
    private static final long serialVersionUID = 1;
    private static final int MOST = 4_096;

    @Override
    protected boolean removeEldestEntry(Map.Entry<String, T> eldest) {
        return size() > MOST;
    }
}
