package org.hotspots.acceptance;

import org.hotspots.support.TestDatabase;

/**
 * What a database holds, in brief: two that are equal differ in nothing that an answer could rest on.
 *
 * @param dataVersion newest version
 * @param fingerprint its name
 * @param current rows of the newest version
 * @param checksum over every column of every row, old states, numbers and places included
 */
record Stored(long dataVersion, String fingerprint, long current, String checksum) {

    static Stored in(TestDatabase database) {
        return new Stored(
                Long.parseLong(database.ask("select max(number) from data_version")),
                database.ask("select fingerprint from data_version order by number desc limit 1"),
                Long.parseLong(database.ask("select count(*) from offence where valid_to is null")),
                database.ask("""
                        select md5(coalesce(string_agg(line, E'\\n' order by line collate "C"), ''))
                        from (select to_jsonb(o)::text || coalesce(to_jsonb(p)::text, '') as line
                              from offence o left join place p using (place_id)) lines
                        """));
    }

    /** Over what the sources said of the current rows: columns that number things here are left out. */
    static String contentChecksum(TestDatabase database) {
        return database.ask("""
                select md5(string_agg(line, E'\\n' order by line collate "C"))
                from (select (to_jsonb(o)
                                 - array['offence_id', 'place_id', 'source_file_id', 'source_line', 'valid_from', 'valid_to']
                                 || jsonb_build_object('easting', p.easting, 'northing', p.northing))::text as line
                      from offence o left join place p using (place_id)
                      where o.valid_to is null) lines
                """);
    }
}
