package org.hotspots.http;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.Iterator;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArraySet;
import org.hotspots.load.ImportProgress;
import org.hotspots.load.ImportRecord;
import org.jspecify.annotations.Nullable;

/**
 * What has been told of one import, numbered, for those who listen now and those who come back. Bounded: of long imports
 * the oldest reports of progress are dropped, since each replaces the one before; states are all kept. Safe for concurrent
 * use.
 */
final class ImportFeed {
    private static final int MOST_EVENTS = 200;

    private final Deque<Event> events = new ArrayDeque<>();
    /** One whose client has gone is forgotten while it is being told, hence a set that may change meanwhile. */
    private final Set<EventStream> listeners = new CopyOnWriteArraySet<>();

    private final long firstId;
    private long lastId;
    private boolean ended;
    private @Nullable ImportRecord record;

    @SuppressWarnings("ArrayRecordComponent")
    private record Event(long id, boolean isState, byte[] frame) {}

    /**
     * A feed that has told nothing yet.
     *
     * @param firstId number of its first event; above those of an earlier feed of the same import, told by a server that
     *     has stopped or a feed that was forgotten, so that an event of that one is not taken for one of this
     */
    ImportFeed(long firstId) {
        this.firstId = firstId;
        this.lastId = firstId - 1;
    }

    /** Tells the state; the feed ends with a final one. */
    synchronized void state(ImportRecord now) {
        record = now;
        tell("state", true, ImportJson.record(now));
        if (now.state().isFinal()) {
            end();
        }
    }

    synchronized void progress(ImportProgress progress) {
        tell("progress", false, ImportJson.progress(progress));
    }

    /** Ends the feed where nothing more will be told, though the state is not a final one, as after a dry run. */
    synchronized void end() {
        ended = true;
        listeners.forEach(EventStream::end);
        listeners.clear();
    }

    /** The state told last. */
    synchronized @Nullable ImportRecord record() {
        return record;
    }

    /** Whether everything was told to the one who saw this event, and nothing more will come. */
    synchronized boolean isExhausted(long lastSeenId) {
        return ended && lastSeenId == lastId;
    }

    /**
     * Sends what came after the event last seen, and then all that is told until the feed or the stream ends. To who saw
     * none of this feed's events it sends all.
     */
    synchronized void listen(EventStream stream, long lastSeenId) {
        boolean isOurs = lastSeenId >= firstId && lastSeenId <= lastId;
        for (Event event : new ArrayList<>(events)) {
            if (!isOurs || event.id() > lastSeenId) {
                stream.send(event.frame());
            }
        }
        if (ended) {
            stream.end();
        } else {
            listeners.add(stream);
        }
    }

    synchronized void forget(EventStream stream) {
        listeners.remove(stream);
    }

    /** A comment to all who listen, so that silence is not taken for a broken line. */
    synchronized void heartbeat() {
        byte[] comment = ":\n\n".getBytes(StandardCharsets.UTF_8);
        listeners.forEach(stream -> stream.send(comment));
    }

    private void tell(String name, boolean isState, byte[] json) {
        long id = ++lastId;
        String frame =
                "id: " + id + "\nevent: " + name + "\ndata: " + new String(json, StandardCharsets.UTF_8) + "\n\n";
        Event event = new Event(id, isState, frame.getBytes(StandardCharsets.UTF_8));
        if (events.size() >= MOST_EVENTS) {
            dropOldestProgress();
        }
        events.addLast(event);
        listeners.forEach(stream -> stream.send(event.frame()));
    }

    private void dropOldestProgress() {
        for (Iterator<Event> oldest = events.iterator(); oldest.hasNext(); ) {
            if (!oldest.next().isState()) {
                oldest.remove();
                return;
            }
        }
    }
}
