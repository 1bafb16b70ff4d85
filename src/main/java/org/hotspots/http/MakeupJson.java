package org.hotspots.http;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;
import org.hotspots.hotspot.Suited;
import org.hotspots.offence.Codebook;
import org.hotspots.offence.GeocodeClass;
import org.hotspots.offence.Makeup;
import org.hotspots.offence.PoliceFound;
import org.hotspots.offence.Setting;

/** Writes what counts are made of: settings, precision, inflation, finds by police, and harm. */
final class MakeupJson {
    private static final int RATIO_DECIMALS = 3;
    private static final int HARM_DIGITS = 6;

    /** Why there are no limits beside a sum of weights. */
    private static final String NO_INTERVAL =
            "A Poisson interval is of a number of events; a sum of unequal weights varies by more than that.";

    private MakeupJson() {}

    /** The members of a run. */
    static void writeRun(JsonGenerator json, Run run) throws IOException {
        Makeup makeup = run.makeup();
        Json.decimals(json, "inflation", makeup.inflation(), RATIO_DECIMALS);
        json.writeNumberField("offences", makeup.offences());
        writeSettings(json, makeup);
        json.writeObjectFieldStart("precision");
        for (GeocodeClass geocodeClass : GeocodeClass.values()) {
            json.writeNumberField(geocodeClass.word(), makeup.count(geocodeClass));
        }
        json.writeNumberField("unknown", makeup.geocodeUnknown());
        Json.decimals(json, "geocode_hit_rate", run.selection().geocodeHitRate(), RATIO_DECIMALS);
        json.writeEndObject();
        writePoliceFound(json, run);
        writeHarm(json, run);
    }

    /** The members of a hotspot. */
    static void writeHotspot(JsonGenerator json, Hotspot hotspot) throws IOException {
        Makeup makeup = hotspot.makeup();
        Json.decimals(json, "inflation", makeup.inflation(), RATIO_DECIMALS);
        writeSettings(json, makeup);
        Json.textOrNull(json, "suited_to", hotspot.suitedTo().map(Suited::word).orElse(null));
        Json.significant(json, "harm", hotspot.harm(), HARM_DIGITS);
    }

    private static void writeSettings(JsonGenerator json, Makeup makeup) throws IOException {
        json.writeObjectFieldStart("settings");
        for (Setting setting : Setting.values()) {
            json.writeNumberField(setting.word(), makeup.count(setting));
        }
        json.writeEndObject();
        Json.decimals(json, "patrollable_share", makeup.patrollableShare(), RATIO_DECIMALS);
    }

    private static void writePoliceFound(JsonGenerator json, Run run) throws IOException {
        PoliceFound rule = run.question().filter().policeFound();
        long leftOut = run.selection().policeFoundLeftOut();
        json.writeObjectFieldStart("police_found");
        json.writeStringField("rule", rule.word());
        json.writeFieldName("left_out");
        if (rule == PoliceFound.EXCLUDE) {
            json.writeNumber(leftOut);
        } else {
            json.writeNull();
        }
        double share = rule == PoliceFound.EXCLUDE ? leftOut / (double) (leftOut + run.n()) : Double.NaN;
        Json.decimals(json, "left_out_share", share, RATIO_DECIMALS);
        json.writeNumberField("unknown_offences", run.selection().facts().policeFoundUnknown());
        json.writeEndObject();
    }

    private static void writeHarm(JsonGenerator json, Run run) throws IOException {
        Codebook codebook = run.question().codebook();
        json.writeFieldName("harm");
        if (codebook == null) {
            json.writeNull();
            return;
        }
        json.writeStartObject();
        Json.significant(json, "value", run.totalWeight(), HARM_DIGITS);
        json.writeNullField("low");
        json.writeNullField("high");
        json.writeStringField("no_interval", NO_INTERVAL);
        json.writeStringField("unit", codebook.unit());
        json.writeNumberField("without_weight", run.selection().withoutWeight());
        json.writeObjectFieldStart("codebook");
        json.writeStringField("name", codebook.name());
        json.writeStringField("version", codebook.version());
        json.writeStringField("sha256", codebook.sha256());
        json.writeEndObject();
        json.writeEndObject();
    }
}
