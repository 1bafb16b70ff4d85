package org.hotspots.hotspot;

import java.time.LocalDate;
import java.util.AbstractList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.RandomAccess;
import java.util.function.ToIntFunction;
import java.util.regex.Pattern;
import org.hotspots.area.AreaKind;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.offence.AsbType;
import org.hotspots.offence.GeocodeClass;
import org.hotspots.offence.HateStrand;
import org.hotspots.offence.OffenceFlag;
import org.hotspots.offence.OffenceTable;
import org.hotspots.offence.Selection.Members;
import org.hotspots.offence.Setting;
import org.hotspots.offence.Source;
import org.hotspots.offence.Theme;
import org.hotspots.snapshot.Snapshot;

/**
 * The offences behind the count of a run, in the order of its data version: place by place, the places sorted in space.
 * Each is made when it is asked for, from the snapshot's columns, so a million of them take the memory of one.
 */
public final class RunOffences extends AbstractList<RunOffence> implements RandomAccess {
    private static final String PREFIX = "o";
    private static final Pattern NAME = Pattern.compile(PREFIX + "(0|[1-9][0-9]{0,8})");
    private static final List<Theme> THEMES =
            Arrays.stream(Theme.values()).filter(theme -> theme != Theme.ALL).toList();

    private final Snapshot snapshot;
    private final OffenceTable.Places places;
    private final OffenceTable.Columns columns;
    private final Members members;

    RunOffences(Snapshot snapshot, Members members) {
        this.snapshot = snapshot;
        this.places = snapshot.offences().places();
        this.columns = snapshot.offences().columns();
        this.members = members;
    }

    @Override
    public int size() {
        return members.offences().length;
    }

    /** The name of the offence at this position, without making the rest of it. */
    public String id(int index) {
        return PREFIX + members.offences()[index];
    }

    /** Position of the offence of this name. */
    public OptionalInt find(String id) {
        if (!NAME.matcher(id).matches()) {
            return OptionalInt.empty();
        }
        int index = Arrays.binarySearch(members.offences(), Integer.parseInt(id.substring(PREFIX.length())));
        return index < 0 ? OptionalInt.empty() : OptionalInt.of(index);
    }

    /** Where the offence at this position lies, without making the rest of it. */
    public BritishGridPoint point(int index) {
        int place = columns.place()[members.offences()[index]];
        return new BritishGridPoint(places.eastings()[place], places.northings()[place]);
    }

    @Override
    public RunOffence get(int index) {
        int row = members.offences()[index];
        int place = columns.place()[row];
        short minute = columns.minuteOfDay()[row];
        byte geocode = columns.geocodeClass()[row];
        byte found = columns.policeFound()[row];
        byte asbType = columns.asbType()[row];
        return new RunOffence(
                id(index),
                members.counted().get(index),
                columns.incident()[row],
                LocalDate.ofEpochDay(columns.day()[row]),
                minute < 0 ? null : Integer.valueOf(minute),
                point(index),
                snapshot.streets().nameOf(place).orElse(null),
                snapshot.areaName(AreaKind.TOWN, place),
                snapshot.areaName(AreaKind.DISTRICT, place),
                columns.beats()[columns.beat()[row]].name(),
                in(columns.themes()[row], THEMES, Theme::ordinal),
                columns.categories()[columns.category()[row]],
                columns.codes()[columns.code()[row]],
                in(columns.strands()[row], List.of(HateStrand.values()), HateStrand::ordinal),
                asbType < 0 ? null : AsbType.values()[asbType],
                Setting.values()[columns.setting()[row]],
                geocode == OffenceTable.NOT_KNOWN ? null : GeocodeClass.values()[geocode],
                found == OffenceTable.NOT_KNOWN ? null : Boolean.valueOf(found == OffenceTable.YES),
                Source.values()[columns.source()[row]],
                in(columns.flags()[row], List.of(OffenceFlag.values()), OffenceFlag::ordinal));
    }

    /** Those of the words whose bit is set. */
    private static <T> List<T> in(byte mask, List<T> words, ToIntFunction<T> ordinal) {
        return words.stream()
                .filter(word -> (mask & 1 << ordinal.applyAsInt(word)) != 0)
                .toList();
    }
}
