package org.hotspots.support;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.hotspots.load.ImportCounts;
import org.hotspots.load.ImportException;
import org.hotspots.load.ImportProblem;
import org.hotspots.load.ImportRecord;
import org.hotspots.load.ImportState;
import org.hotspots.load.ImportStore;
import org.hotspots.load.Row;
import org.hotspots.offence.Offence;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Source;
import org.jspecify.annotations.Nullable;

/**
 * An import store in memory, for tests of reading: public files replace their (force, month), extracts are merged by
 * number with the later {@code last_updated} winning. What a database adds (history, areas, locks across processes) it
 * has not.
 */
public final class InMemoryImportStore implements ImportStore {
    private final Map<UUID, ImportRecord> records = new LinkedHashMap<>();
    private final Map<UUID, List<Row.Rejected>> quarantine = new HashMap<>();
    private final List<ImportState> states = new ArrayList<>();
    private Map<String, List<Offence>> stored = new TreeMap<>();
    private long dataVersion;
    private boolean locked;
    private @Nullable RuntimeException publishFailure;

    /** All stored offences, in order of their key. */
    public List<Offence> offences() {
        return stored.values().stream().flatMap(Collection::stream).toList();
    }

    public long dataVersion() {
        return dataVersion;
    }

    /** States in the order in which they were saved. */
    public List<ImportState> states() {
        return states;
    }

    public List<Row.Rejected> quarantined(UUID id) {
        return quarantine.getOrDefault(id, List.of());
    }

    /** Makes the next publishing fail, as a lost database would. */
    public void failPublishing(RuntimeException failure) {
        publishFailure = failure;
    }

    public boolean isLocked() {
        return locked;
    }

    @Override
    public Optional<ImportRecord> findCommitted(String sha256) {
        return records.values().stream()
                .filter(record -> record.state() == ImportState.COMMITTED
                        && record.sha256().equals(sha256))
                .findFirst();
    }

    @Override
    public Optional<ImportRecord> findImport(UUID id) {
        return Optional.ofNullable(records.get(id));
    }

    @Override
    public List<ImportRecord> listImports(int limit) {
        return records.values().stream().limit(limit).toList();
    }

    @Override
    public void save(ImportRecord record) {
        records.put(record.id(), record);
        states.add(record.state());
    }

    @Override
    public void writeQuarantine(UUID id, Writer out) {
        try {
            out.write("line,record,reason\n");
            for (Row.Rejected row : quarantined(id)) {
                out.write(row.line() + "," + row.record() + "," + row.reason() + "\n");
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public Staging openStaging(UUID id) {
        if (locked) {
            throw new ImportException(
                    new ImportProblem("import-in-progress", 409, "another import is running", List.of()));
        }
        locked = true;
        return new InMemoryStaging(id);
    }

    private static String key(Offence offence) {
        if (offence.source() == Source.POLICE_UK) {
            return offence.force() + "|" + offence.recordedAt();
        }
        boolean asb = offence.kind() == RecordKind.ASB;
        return offence.force() + "|" + asb + "|" + (asb ? offence.incidentNumber() : offence.crimeNumber());
    }

    private final class InMemoryStaging implements Staging {
        private final UUID id;
        private final List<Row> rows = new ArrayList<>();
        private final TreeMap<String, Long> reasons = new TreeMap<>();
        private final TreeMap<String, Long> flags = new TreeMap<>();
        private long duplicates;
        private long inserted;
        private long updated;
        private long unchanged;

        InMemoryStaging(UUID id) {
            this.id = id;
        }

        @Override
        public void add(int fileIndex, Row row) {
            rows.add(row);
        }

        @Override
        public ImportCounts preview() {
            return merge(new TreeMap<>(stored));
        }

        @Override
        public ImportRecord publish(ImportRecord record) {
            if (publishFailure != null) {
                throw publishFailure;
            }
            TreeMap<String, List<Offence>> next = new TreeMap<>(stored);
            ImportCounts counts = merge(next);
            stored = next;
            keepQuarantine();
            ImportRecord committed = new ImportRecord(
                    record.id(),
                    record.profile(),
                    record.files(),
                    record.sha256(),
                    ImportState.COMMITTED,
                    record.startedAt(),
                    Instant.now(),
                    counts,
                    record.ignoredColumns(),
                    null,
                    ++dataVersion);
            save(committed);
            return committed;
        }

        @Override
        public void keepQuarantine() {
            List<Row.Rejected> kept = new ArrayList<>();
            for (Row row : rows) {
                if (row instanceof Row.Rejected bad) {
                    kept.add(bad);
                }
            }
            quarantine.put(id, kept);
        }

        @Override
        public void close() {
            locked = false;
        }

        private ImportCounts merge(Map<String, List<Offence>> into) {
            reasons.clear();
            flags.clear();
            duplicates = inserted = updated = unchanged = 0;
            long unlocated = 0;
            TreeMap<String, List<Offence>> staged = new TreeMap<>();
            for (Row row : rows) {
                if (row instanceof Row.Rejected bad) {
                    reasons.merge(bad.reason(), 1L, Long::sum);
                } else if (row instanceof Row.Good good) {
                    staged.computeIfAbsent(key(good.offence()), key -> new ArrayList<>())
                            .add(good.offence());
                }
            }
            for (Map.Entry<String, List<Offence>> entry : staged.entrySet()) {
                List<Offence> arriving = entry.getValue();
                if (arriving.get(0).source() == Source.FORCE_EXTRACT) {
                    arriving = oneOf(arriving);
                }
                List<Offence> before = new ArrayList<>(into.getOrDefault(entry.getKey(), List.of()));
                for (Offence offence : arriving) {
                    if (before.remove(offence)) {
                        unchanged++;
                    } else if (offence.source() == Source.FORCE_EXTRACT && !before.isEmpty()) {
                        updated++;
                    } else {
                        inserted++;
                    }
                    unlocated += offence.point() == null ? 1 : 0;
                    offence.flags().forEach(flag -> flags.merge(flag.word(), 1L, Long::sum));
                }
                if (!arriving.isEmpty()) {
                    into.put(entry.getKey(), arriving);
                }
            }
            long quarantined =
                    reasons.values().stream().mapToLong(Long::longValue).sum();
            return new ImportCounts(
                    rows.size(),
                    inserted,
                    updated,
                    unchanged,
                    duplicates,
                    quarantined,
                    0,
                    unlocated,
                    0,
                    new TreeMap<>(reasons),
                    new TreeMap<>(flags));
        }

        private List<Offence> oneOf(List<Offence> sameKey) {
            List<Offence> different = sameKey.stream().distinct().toList();
            duplicates += sameKey.size() - different.size();
            if (different.size() == 1) {
                return different;
            }
            if (different.stream().anyMatch(offence -> offence.lastUpdated() == null)) {
                reasons.merge("conflicting-duplicate", (long) different.size(), Long::sum);
                return List.of();
            }
            duplicates += different.size() - 1;
            return different.stream()
                    .sorted((a, b) -> String.valueOf(b.lastUpdated()).compareTo(String.valueOf(a.lastUpdated())))
                    .limit(1)
                    .toList();
        }
    }
}
