package org.hotspots.store;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.hotspots.snapshot.DataVersion;
import org.jspecify.annotations.Nullable;

/** The table of data versions: what was published, in which order. */
final class DataVersions {
    /** Channel on which each publication is announced, with its number. */
    static final String CHANNEL = "hotspots_data_version";

    private static final String COLUMNS = "number, fingerprint, published_at, data_from, data_to";

    private DataVersions() {}

    /** What a version changed. */
    enum Kind {
        OFFENCES,
        AREAS
    }

    /**
     * The days that the data are about.
     *
     * @param from first day; null while there is none
     * @param to last day; null while there is none
     */
    record Extent(@Nullable LocalDate from, @Nullable LocalDate to) {
        /** The days of both. */
        Extent joined(@Nullable LocalDate otherFrom, @Nullable LocalDate otherTo) {
            return new Extent(
                    from == null || (otherFrom != null && otherFrom.isBefore(from)) ? otherFrom : from,
                    to == null || (otherTo != null && otherTo.isAfter(to)) ? otherTo : to);
        }
    }

    static DataVersion getCurrent(Connection connection) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select " + COLUMNS + " from data_version order by number desc limit 1")) {
            return list(query).get(0);
        }
    }

    static Optional<DataVersion> find(Connection connection, long number) throws SQLException {
        try (PreparedStatement query =
                connection.prepareStatement("select " + COLUMNS + " from data_version where number = ?")) {
            query.setLong(1, number);
            return list(query).stream().findFirst();
        }
    }

    /** Those published after the one with this number, in order. */
    static List<DataVersion> listAfter(Connection connection, long number) throws SQLException {
        try (PreparedStatement query = connection.prepareStatement(
                "select " + COLUMNS + " from data_version where number > ? order by number")) {
            query.setLong(1, number);
            return list(query);
        }
    }

    /**
     * Adds the version that follows and announces it at commit.
     *
     * @param importId null where it was no import
     * @param content digest of what was loaded, as text
     * @param extent days that the data are about from now on
     */
    static void publish(
            Connection connection,
            DataVersion previous,
            Kind kind,
            @Nullable UUID importId,
            String content,
            Extent extent)
            throws SQLException {
        long number = previous.number() + 1;
        try (PreparedStatement insert = connection.prepareStatement("""
                insert into data_version (number, fingerprint, published_at, kind, import_id, data_from, data_to)
                values (?, ?, clock_timestamp(), ?, ?, ?, ?)
                """)) {
            insert.setLong(1, number);
            insert.setString(2, fingerprint(previous.fingerprint(), content));
            insert.setString(3, kind.name().toLowerCase(Locale.ROOT));
            insert.setObject(4, importId);
            insert.setObject(5, extent.from());
            insert.setObject(6, extent.to());
            insert.executeUpdate();
        }
        try (PreparedStatement announce = connection.prepareStatement("select pg_notify(?, ?)")) {
            announce.setString(1, CHANNEL);
            announce.setString(2, Long.toString(number));
            announce.execute();
        }
    }

    /** SHA-256 over the hexadecimal digits of the fingerprint before and the text of the content's digest. */
    static String fingerprint(String previous, String content) {
        try {
            return HexFormat.of()
                    .formatHex(MessageDigest.getInstance("SHA-256")
                            .digest((previous + content).getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static List<DataVersion> list(PreparedStatement query) throws SQLException {
        List<DataVersion> versions = new ArrayList<>();
        try (ResultSet rows = query.executeQuery()) {
            while (rows.next()) {
                versions.add(new DataVersion(
                        rows.getLong("number"),
                        rows.getString("fingerprint"),
                        rows.getObject("published_at", OffsetDateTime.class).toInstant(),
                        rows.getObject("data_from", LocalDate.class),
                        rows.getObject("data_to", LocalDate.class)));
            }
        }
        return versions;
    }
}
