package org.hotspots.support;

import java.time.Instant;
import java.util.EnumSet;
import java.util.Set;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.Channel;
import org.hotspots.offence.GeocodeClass;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.Offence;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.RecordKind;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Source;
import org.hotspots.offence.Status;
import org.hotspots.offence.TimePrecision;
import org.jspecify.annotations.Nullable;

/** An offence of which a test says only what matters to it. */
public final class OffenceFixture {
    private final Source source;
    private String force = "Warwickshire Police";
    private RecordKind kind = RecordKind.CRIME;
    private @Nullable String crimeNumber;
    private @Nullable String incidentNumber;
    private Instant recordedAt;
    private @Nullable Instant occurredFrom;
    private TimePrecision timePrecision;
    private String category;
    private String outcome = "";
    private boolean knifeEnabled;
    private Set<HateStrand> strands = Set.of();
    private @Nullable AsbType asbType;
    private @Nullable BritishGridPoint point = new BritishGridPoint(450_350, 275_050);
    private String location = "On or near High Street";
    private Setting setting = Setting.UNKNOWN;
    private Channel channel = Channel.UNKNOWN;
    private Status status = Status.RECORDED;
    private @Nullable Instant lastUpdated;
    private Set<OffenceFlag> flags = Set.of();

    private OffenceFixture(Source source, Instant recordedAt, TimePrecision timePrecision, String category) {
        this.source = source;
        this.recordedAt = recordedAt;
        this.timePrecision = timePrecision;
        this.category = category;
    }

    /** A row of a public street file, of October 2018. */
    public static OffenceFixture publicRow() {
        return new OffenceFixture(
                Source.POLICE_UK, Instant.parse("2018-09-30T23:00:00Z"), TimePrecision.MONTH, "Burglary");
    }

    /** A crime of a force's extract, recorded on 1 June 2020. */
    public static OffenceFixture crime(String number) {
        OffenceFixture crime = new OffenceFixture(
                Source.FORCE_EXTRACT, Instant.parse("2020-06-01T10:00:00Z"), TimePrecision.MINUTE, "Burglary");
        crime.crimeNumber = number;
        return crime;
    }

    /** An ASB incident of a force's extract. */
    public static OffenceFixture asb(String incidentNumber) {
        OffenceFixture asb = crime("");
        asb.crimeNumber = null;
        asb.incidentNumber = incidentNumber;
        asb.kind = RecordKind.ASB;
        asb.category = "Anti-social behaviour";
        return asb;
    }

    public OffenceFixture force(String name) {
        this.force = name;
        return this;
    }

    public OffenceFixture kind(RecordKind value) {
        this.kind = value;
        return this;
    }

    public OffenceFixture crimeNumber(@Nullable String number) {
        this.crimeNumber = number;
        return this;
    }

    public OffenceFixture incidentNumber(@Nullable String number) {
        this.incidentNumber = number;
        return this;
    }

    public OffenceFixture recordedAt(String instant) {
        this.recordedAt = Instant.parse(instant);
        return this;
    }

    public OffenceFixture occurredFrom(String instant) {
        this.occurredFrom = Instant.parse(instant);
        return this;
    }

    public OffenceFixture timePrecision(TimePrecision precision) {
        this.timePrecision = precision;
        return this;
    }

    public OffenceFixture category(String words) {
        this.category = words;
        return this;
    }

    public OffenceFixture outcome(String words) {
        this.outcome = words;
        return this;
    }

    public OffenceFixture knifeEnabled() {
        this.knifeEnabled = true;
        return this;
    }

    public OffenceFixture strands(HateStrand... values) {
        this.strands = Set.of(values);
        return this;
    }

    public OffenceFixture asbType(AsbType type) {
        this.asbType = type;
        return this;
    }

    public OffenceFixture at(double easting, double northing) {
        this.point = new BritishGridPoint(easting, northing);
        return this;
    }

    public OffenceFixture unlocated() {
        this.point = null;
        return this;
    }

    public OffenceFixture location(String words) {
        this.location = words;
        return this;
    }

    public OffenceFixture setting(Setting value) {
        this.setting = value;
        return this;
    }

    public OffenceFixture channel(Channel value) {
        this.channel = value;
        return this;
    }

    public OffenceFixture status(Status value) {
        this.status = value;
        return this;
    }

    public OffenceFixture lastUpdated(@Nullable String instant) {
        this.lastUpdated = instant == null ? null : Instant.parse(instant);
        return this;
    }

    public OffenceFixture flags(OffenceFlag... values) {
        this.flags = values.length == 0 ? Set.of() : EnumSet.of(values[0], values);
        return this;
    }

    public Offence build() {
        return new Offence(
                source,
                force,
                kind,
                crimeNumber,
                incidentNumber,
                recordedAt,
                occurredFrom,
                null,
                timePrecision,
                "",
                "",
                category,
                outcome,
                knifeEnabled,
                strands,
                false,
                asbType,
                point,
                point == null ? null : GeocodeClass.SNAP,
                null,
                location,
                "",
                "",
                setting,
                "",
                channel,
                status,
                null,
                lastUpdated,
                flags);
    }
}
