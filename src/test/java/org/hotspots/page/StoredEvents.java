package org.hotspots.page;

import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Date;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.List;
import org.hotspots.store.cluster.DatabaseAddress;
import org.hotspots.store.cluster.PostgresChoice;
import org.hotspots.store.cluster.PrivateCluster;

/** Counts the demo's stored events with SQL and PostGIS alone: what the program should count, by other means. */
final class StoredEvents implements AutoCloseable {
    private static final List<String> STRANDS =
            List.of("race", "religion", "sexual_orientation", "disability", "transgender");
    private static final List<String> ASB_TYPES = List.of("personal", "nuisance", "environmental");
    private static final List<String> SETTINGS = List.of("public_place", "dwelling", "online");

    private final PrivateCluster cluster;
    private final Connection connection;

    StoredEvents(Path dataFolder) throws SQLException {
        cluster = PrivateCluster.open(dataFolder, PostgresChoice.AUTO);
        DatabaseAddress address = cluster.address();
        connection = DriverManager.getConnection(address.jdbcUrl(), address.credentials());
    }

    @Override
    public void close() throws SQLException {
        connection.close();
        cluster.close();
    }

    /** Incidents or offences of the filter on its ground, each once. */
    long count(DrawnFilter filter) throws SQLException {
        // Numbers of words are their places in the program's lists: kind 1 ASB, 2 non-crime; status 0 recorded; setting
        // 3
        // unknown, which is kept; flags 1 and 2 are places that say little. An hour after midnight is of the day
        // before.
        String sql = """
                with asked as (
                    select ?::text as theme, ?::int as strands, ?::int as asb_type, ?::date as first, ?::date as after,
                           ?::int as setting, ?::text[] as days, ?::int as starts, ?::int as ends,
                           ?::text as area_kind, ?::text as slug, st_geomfromtext(?, 27700) as drawn, ?::boolean as by_incident
                ), matching as (
                    select o.offence_id, o.force || ' ' || o.incident_number as incident, p.geom, a.starts, a.ends, a.days, a.area_kind, a.slug, a.drawn,
                           a.by_incident, o.minute_of_day / 60 as hour,
                           case when a.ends <= a.starts and o.minute_of_day / 60 < a.ends then o.day - 1 else o.day end
                               as begun
                    from hotspots.offence o join hotspots.place p using (place_id) cross join asked a
                    where o.valid_to is null and o.status = 0 and o.kind <> 2 and o.flags & 3 = 0
                      and o.police_found is distinct from true
                      and o.day >= a.first and o.day < a.after
                      and (a.theme = 'all' or a.theme = 'knife' and o.knife_enabled
                           or a.theme = 'hate' and o.kind = 0 and o.hate_strands & a.strands <> 0
                           or a.theme = 'asb' and o.kind = 1 and coalesce(o.asb_type = a.asb_type, a.asb_type is null))
                      and (a.setting is null or o.setting in (a.setting, 3))
                )
                select count(distinct case when by_incident and incident is not null
                                           then incident else 'row ' || offence_id end)
                from matching m
                where (starts is null or case when starts < ends then hour >= starts and hour < ends
                                              else hour >= starts or hour < ends end)
                  and (days is null or to_char(begun, 'FMday') = any (days))
                  and exists (select from hotspots.area d
                              where d.valid_to is null and d.kind = 'district' and st_covers(d.geom, m.geom))
                  and (area_kind is null or exists (select from hotspots.area d
                                               where d.valid_to is null and d.kind = m.area_kind and d.slug = m.slug
                                                 and st_covers(d.geom, m.geom)))
                  and (drawn is null or st_covers(drawn, m.geom))""";
        try (PreparedStatement select = connection.prepareStatement(sql)) {
            String theme = filter.get("theme", "all");
            select.setString(1, theme);
            int strand = STRANDS.indexOf(filter.get("strand", ""));
            select.setInt(2, strand < 0 ? 31 : 1 << strand);
            setPosition(select, 3, ASB_TYPES.indexOf(filter.get("asb_type", "")));
            select.setDate(4, Date.valueOf(filter.from()));
            select.setDate(5, Date.valueOf(filter.to()));
            setPosition(select, 6, SETTINGS.indexOf(filter.get("setting", "")));
            String days = filter.get("days", "");
            select.setArray(7, days.isEmpty() ? null : connection.createArrayOf("text", days.split(",")));
            String[] hours = filter.get("hours", "-1--1").split("(?<=[0-9])-");
            setPosition(select, 8, Integer.parseInt(hours[0]));
            setPosition(select, 9, Integer.parseInt(hours[1]));
            setArea(select, filter.get("area", ""));
            select.setBoolean(13, filter.get("counting_basis", "incidents").equals("incidents"));
            try (ResultSet rows = select.executeQuery()) {
                rows.next();
                return rows.getLong(1);
            }
        }
    }

    private static void setArea(PreparedStatement select, String area) throws SQLException {
        boolean isDrawn = area.startsWith("drawn:");
        boolean isNamed = !area.isEmpty() && !isDrawn;
        select.setString(10, isNamed ? area.split(":")[0] : null);
        select.setString(11, isNamed ? area.split(":")[1] : null);
        String ring = area.replace("drawn:", "").replace(',', ' ').replace(';', ',');
        select.setString(12, isDrawn ? "POLYGON((" + ring + "," + ring.split(",")[0] + "))" : null);
    }

    /** Null where the word is none of the list. */
    private static void setPosition(PreparedStatement select, int parameter, int position) throws SQLException {
        select.setObject(parameter, position < 0 ? null : position, Types.INTEGER);
    }
}
