package org.hotspots.hotspot;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotspots.area.AreaAddress;
import org.hotspots.area.AskedArea;
import org.hotspots.area.DrawnArea;
import org.hotspots.hotspot.RunStore.StoredRun;
import org.hotspots.offence.Codebooks;
import org.hotspots.offence.Theme;
import org.hotspots.question.Fault;
import org.hotspots.question.Fault.Kind;
import org.hotspots.question.MethodChoices;
import org.hotspots.question.MethodDefault;
import org.hotspots.question.MethodDefaults;
import org.hotspots.question.PlainNumber;
import org.hotspots.question.Question;
import org.hotspots.question.QuestionReader;
import org.hotspots.question.RefusedQuestionException;
import org.hotspots.snapshot.Snapshot;
import org.hotspots.snapshot.SnapshotStore;
import org.hotspots.snapshot.Snapshots;
import org.hotspots.snapshot.StudyArea;
import org.jspecify.annotations.Nullable;

/**
 * Answers questions from the snapshot in memory. Runs are stored as their questions and kept for reuse within a bound of
 * bytes; a run that is no longer kept, or that was made by another server, is computed again from its question and data
 * version. Safe for concurrent use.
 */
public final class Engine implements AutoCloseable {
    private static final double MOST_CELLS = 250_000;
    private static final ObjectMapper JSON = new ObjectMapper();

    private final RunStore runStore;
    private final MethodChoices choices;
    private final EngineSettings settings;
    private final Snapshots snapshots;
    private final Gate gate;
    private final Cache<String, Run> runs;

    /** Listens for new data versions from now on; reads the current one when it is first needed. */
    public Engine(SnapshotStore snapshotStore, RunStore runStore, MethodChoices choices, EngineSettings settings) {
        this.runStore = runStore;
        this.choices = choices;
        this.settings = settings;
        this.snapshots = new Snapshots(snapshotStore, settings.forceName());
        this.gate = new Gate(settings.computations(), settings.deadline());
        this.runs = Caffeine.newBuilder()
                .maximumWeight(settings.cacheBytes())
                .weigher((String id, Run run) -> (int) Math.min(run.bytes(), Integer.MAX_VALUE))
                .build();
    }

    /** The same where every question that names no method has the general default. */
    public Engine(SnapshotStore snapshotStore, RunStore runStore, EngineSettings settings) {
        this(snapshotStore, runStore, MethodChoices.NONE, settings);
    }

    /** The newest snapshot read so far; reads one, and may fail as the store fails, where there is none yet. */
    public Snapshot snapshot() {
        return snapshots.current().snapshot();
    }

    /** The snapshot of this data version; empty where there never was one or its data are gone. */
    public Optional<Snapshot> findSnapshot(long number) {
        return snapshots.find(number).map(Snapshots.Loaded::snapshot);
    }

    /** The codebooks that questions may name. */
    public Codebooks codebooks() {
        return settings.codebooks();
    }

    /** Version of the program that computes the runs. */
    public String softwareVersion() {
        return settings.softwareVersion();
    }

    /** A reader of questions about {@link #snapshot}, with the engine's codebooks and the methods that back-tests chose. */
    public QuestionReader questionReader() {
        return new QuestionReader(snapshot(), settings.codebooks(), choices);
    }

    /**
     * The method of a question about the newest data that names none.
     *
     * @param area null for the whole force
     * @throws RefusedQuestionException where no question can be asked about the area
     */
    public MethodDefault methodDefault(Theme theme, @Nullable AskedArea area) {
        Snapshots.Loaded loaded = snapshots.current();
        requireGround(area, loaded);
        return new MethodDefaults(loaded.snapshot(), choices).get(theme, area);
    }

    /**
     * An area of the newest data, or the whole force for null.
     *
     * @throws RefusedQuestionException where the area is not loaded
     */
    public AreaEvents areaEvents(@Nullable AreaAddress area) {
        Snapshots.Loaded loaded = snapshots.current();
        requireGround(area, loaded);
        return new AreaEvents(loaded.snapshot(), loaded.areas().get(area));
    }

    /** Whether a snapshot is in memory, so that questions can be answered. */
    public boolean isReady() {
        return snapshots.isReady();
    }

    /**
     * Answers a question about the newest data.
     *
     * @throws RefusedQuestionException where the area is not loaded or the cells would be too many
     * @throws EngineBusyException where the engine has too much to do
     */
    public Run ask(Question question) {
        return ask(question, snapshots.current());
    }

    private Run ask(Question question, Snapshots.Loaded loaded) {
        String id = RunId.of(question, loaded.snapshot().version(), settings.softwareVersion());
        Run kept = runs.getIfPresent(id);
        if (kept != null) {
            return kept.prepared();
        }
        RunInput input = input(id, question, settings.softwareVersion(), loaded);
        requireFewCells(input);
        runStore.save(new StoredRun(
                id, question.canonicalJson(), loaded.snapshot().version().number(), settings.softwareVersion()));
        return keep(input).prepared();
    }

    /**
     * The run of this name, if it was ever asked for.
     *
     * @throws EngineBusyException where the engine has too much to do
     * @throws OtherProgramException where another version of the program made it
     */
    public Optional<Run> findRun(String runId) {
        Run kept = runs.getIfPresent(runId);
        if (kept != null) {
            return Optional.of(kept.prepared());
        }
        return runStore.findRun(runId).flatMap(this::again).map(Run::prepared);
    }

    /** Whether this run was ever answered, though its data may be gone. */
    public boolean wasAsked(String runId) {
        return runStore.findRun(runId).isPresent();
    }

    private Optional<Run> again(StoredRun stored) {
        if (!stored.softwareVersion().equals(settings.softwareVersion())) {
            throw new OtherProgramException(stored, settings.softwareVersion());
        }
        return snapshots.find(stored.dataVersion()).map(loaded -> {
            Question question = new QuestionReader(loaded.snapshot(), settings.codebooks(), MethodChoices.NONE)
                    .read(parsed(stored));
            return keep(input(stored.runId(), question, stored.softwareVersion(), loaded));
        });
    }

    /** The kept run of this name, so that all who ask share its computations. */
    private Run keep(RunInput input) {
        return runs.get(input.runId(), id -> new Run(input, gate));
    }

    private RunInput input(String runId, Question question, String softwareVersion, Snapshots.Loaded loaded) {
        requireGround(question.area(), loaded);
        StudyArea area = loaded.areas().get(question.area());
        return new RunInput(
                runId,
                question,
                loaded.snapshot(),
                softwareVersion,
                area,
                loaded.areas().note(question.area()));
    }

    private static void requireGround(@Nullable AskedArea area, Snapshots.Loaded loaded) {
        if (area != null && !loaded.areas().isGround(area)) {
            String rule = area instanceof DrawnArea
                    ? "at least " + PlainNumber.text(DrawnArea.LEAST_KM2) + " km² of it in the force"
                    : "no such area is loaded";
            throw refused("area", Fault.told("area", area.toString(), rule));
        }
    }

    private static void requireFewCells(RunInput input) {
        double estimate = input.estimatedCells();
        if (estimate > MOST_CELLS) {
            double cell = input.question().cells().cellMetres();
            double least = Math.ceil(cell * Math.sqrt(estimate / MOST_CELLS));
            throw refused(
                    "cell_m",
                    String.format(
                            Locale.ROOT,
                            "cell_m=%s: about %.0f cells, at most %.0f; from %.0f for this area",
                            PlainNumber.text(cell),
                            estimate,
                            MOST_CELLS,
                            least));
        }
    }

    private static RefusedQuestionException refused(String name, String reason) {
        return new RefusedQuestionException(List.of(new Fault(Kind.INVALID_PARAMETER, "query", name, reason)));
    }

    private static JsonNode parsed(StoredRun stored) {
        try {
            return JSON.readTree(stored.question());
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("the stored question of run " + stored.runId() + " is not JSON", e);
        }
    }

    /** Waits until this data version, or a later one, is the current snapshot; false where it is not in time. */
    public boolean awaitVersion(long number, Duration patience) {
        return snapshots.await(number, patience);
    }

    /** Memory taken by the runs that are kept, by their own upper estimates. */
    long keptBytes() {
        runs.cleanUp();
        return runs.asMap().values().stream().mapToLong(Run::bytes).sum();
    }

    /** Stops listening for new data versions. */
    @Override
    public void close() {
        snapshots.close();
    }
}
