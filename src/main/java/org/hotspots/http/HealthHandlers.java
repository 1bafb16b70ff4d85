package org.hotspots.http;

import io.javalin.http.Context;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.hotspots.hotspot.Engine;
import org.hotspots.snapshot.SnapshotStore;

/** Whether the process runs, and whether it can answer questions. */
final class HealthHandlers {
    private static final byte[] UP = "{\"status\":\"up\"}".getBytes(StandardCharsets.UTF_8);
    private static final byte[] DOWN = "{\"status\":\"down\"}".getBytes(StandardCharsets.UTF_8);

    private final Engine engine;
    private final SnapshotStore snapshotStore;

    HealthHandlers(Engine engine, SnapshotStore snapshotStore) {
        this.engine = engine;
        this.snapshotStore = snapshotStore;
    }

    List<Route> routes() {
        return List.of(
                Route.get("/health/live", Json.TYPE, this::live), Route.get("/health/ready", Json.TYPE, this::ready));
    }

    /** 200 while the process runs. */
    private void live(Context ctx) {
        Answers.sendUnkept(ctx, 200, Json.TYPE, UP);
    }

    /** 200 once a snapshot is in memory and while the database answers; 503 otherwise. */
    private void ready(Context ctx) {
        boolean ready = canAnswer();
        Answers.sendUnkept(ctx, ready ? 200 : 503, Json.TYPE, ready ? UP : DOWN);
    }

    private boolean canAnswer() {
        try {
            snapshotStore.getCurrentVersion();
            engine.snapshot();
            return true;
        } catch (RuntimeException e) {
            if (ExceptionProblems.find(e).isEmpty()) {
                throw e;
            }
            return false;
        }
    }
}
