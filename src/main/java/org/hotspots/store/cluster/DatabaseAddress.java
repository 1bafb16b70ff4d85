package org.hotspots.store.cluster;

import java.util.Properties;
import org.jspecify.annotations.Nullable;

/**
 * Where a database is and who connects to it.
 *
 * @param jdbcUrl a URL that starts with {@code jdbc:postgresql:}
 * @param user null where the URL names the user
 * @param password null where the URL holds it, or none is needed
 */
public record DatabaseAddress(
        String jdbcUrl, @Nullable String user, @Nullable String password) {
    public DatabaseAddress {
        if (!jdbcUrl.startsWith("jdbc:postgresql:")) {
            throw new IllegalArgumentException("the database's URL must start with jdbc:postgresql:");
        }
    }

    /** User and password as the driver takes them. */
    public Properties credentials() {
        Properties credentials = new Properties();
        if (user != null) {
            credentials.setProperty("user", user);
        }
        if (password != null) {
            credentials.setProperty("password", password);
        }
        return credentials;
    }

    /** Server and database alone: a URL may hold a password. */
    @Override
    public String toString() {
        int query = jdbcUrl.indexOf('?');
        String base = query < 0 ? jdbcUrl : jdbcUrl.substring(0, query);
        return base.replaceFirst("//[^/@]*@", "//");
    }
}
