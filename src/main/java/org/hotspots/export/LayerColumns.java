package org.hotspots.export;

import java.util.ArrayList;
import java.util.List;

/** The columns of each layer, in the order in which the interface tells the figures. */
public final class LayerColumns {
    private static final List<Column> PLACES = List.of(
            Column.whole("rank"),
            Column.text("hotspot_id"),
            Column.whole("count"),
            Column.real("count_low"),
            Column.real("count_high"),
            Column.real("share"),
            Column.real("running_share"),
            Column.real("area_km2"),
            Column.real("density_per_km2"),
            Column.real("peak_density_per_km2"),
            Column.real("z"),
            Column.real("p"),
            Column.real("q"),
            Column.real("inflation"),
            Column.whole("settings/public_place"),
            Column.whole("settings/dwelling"),
            Column.whole("settings/online"),
            Column.whole("settings/unknown"),
            Column.real("patrollable_share"),
            Column.text("suited_to"),
            Column.real("harm"),
            Column.text("change/from"),
            Column.text("change/to"),
            Column.whole("change/before"),
            Column.whole("change/now"),
            Column.real("change/ratio"),
            Column.real("change/ratio_low"),
            Column.real("change/ratio_high"),
            Column.real("change/p"),
            Column.real("change/percent"),
            Column.text("change/words"),
            Column.text("change/reason"),
            Column.text("near"),
            Column.text("town"),
            Column.text("district"),
            Column.real("per_month"));

    private static final List<Column> OFFENCES = List.of(
            Column.text("offence_id"),
            Column.whole("counted"),
            Column.whole("incident"),
            Column.text("date"),
            Column.text("time"),
            Column.text("themes"),
            Column.text("category"),
            Column.text("ho_class"),
            Column.text("ho_subclass"),
            Column.text("hate_strands"),
            Column.text("asb_type"),
            Column.text("setting"),
            Column.text("geocode_class"),
            Column.text("police_found"),
            Column.text("source"),
            Column.text("flags"),
            Column.text("beat"),
            Column.text("near"),
            Column.text("town"),
            Column.text("district"));

    private LayerColumns() {}

    /** @param weighted whether events weigh by harm, which the cells then have beside their counts */
    public static List<Column> of(Layer layer, boolean weighted) {
        return switch (layer) {
            case HOTSPOTS, CLUSTERS -> PLACES;
            case CELLS -> cells(weighted);
            case CONTOURS -> List.of(Column.real("density_per_km2"));
            case OFFENCES -> OFFENCES;
            case DENSITY -> throw new IllegalArgumentException("a surface has no columns");
        };
    }

    private static List<Column> cells(boolean weighted) {
        List<Column> columns = new ArrayList<>(List.of(Column.text("cell_id"), Column.whole("count")));
        if (weighted) {
            columns.add(Column.real("harm"));
        }
        columns.addAll(List.of(Column.real("z"), Column.real("p"), Column.real("q")));
        return List.copyOf(columns);
    }
}
