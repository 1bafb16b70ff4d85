package org.hotspots.http.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Optional;
import org.hotspots.hotspot.Run;
import org.hotspots.snapshot.StudyArea;
import org.locationtech.jts.geom.Envelope;

/** One layer of one run, which never changes. */
record RunContent(RunLayer layer, Run run) implements Content {
    @Override
    public String description() {
        return layer.words() + ": " + run.subject() + " in "
                + run.area().summary().name() + ", "
                + run.question().filter().from() + " up to "
                + run.question().filter().to() + ", by "
                + run.question().method().title() + ". Run " + run.id() + ", data version "
                + run.version().number() + ".";
    }

    @Override
    public String pin() {
        return RunSource.PIN + "=" + run.id();
    }

    /** The id of the run, which names data and program, too. */
    @Override
    public String fingerprint() {
        return run.id();
    }

    @Override
    public boolean tellsOffences() {
        return layer == RunLayer.OFFENCES;
    }

    @Override
    public Envelope extent() {
        StudyArea.Summary area = run.area().summary();
        return new Envelope(area.west(), area.east(), area.south(), area.north());
    }

    @Override
    public Period period() {
        return periodOf(run);
    }

    static Period periodOf(Run run) {
        return new Period(
                run.question().filter().from(), run.question().filter().to());
    }

    @Override
    public List<Item> items() {
        return layer.items(run);
    }

    @Override
    public Optional<Item> find(String id) {
        return layer.find(run, id);
    }

    @Override
    public ObjectNode provenance() {
        return JsonNodeFactory.instance
                .objectNode()
                .put("run_id", run.id())
                .put("data_version", run.version().number())
                .put("method", run.question().method().word())
                .put("verdict", run.verdict().sentence())
                .put("marking", run.snapshot().marking().words());
    }

    /** Writes what every item of a run says of it: a layer is saved without the members of its collection. */
    static void writeRun(JsonGenerator json, Run run) throws IOException {
        Period period = periodOf(run);
        json.writeStringField("theme", run.question().filter().theme().word());
        json.writeStringField("period_from", period.from().toString());
        json.writeStringField("period_to", period.to().toString());
        json.writeStringField("run_id", run.id());
    }
}
