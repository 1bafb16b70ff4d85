package org.hotspots.store.cluster;

import java.util.LinkedHashMap;
import java.util.Map;

/** Settings of a private cluster: a small server of its own for one program on one machine. */
final class ClusterSettings {
    private ClusterSettings() {}

    /** Given on the command line at each start, so that a newer version of this program brings newer settings. */
    static Map<String, String> all() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "127.0.0.1");
        settings.put("unix_socket_directories", "");
        settings.put("max_connections", "40");
        settings.put("shared_buffers", "256MB");
        settings.put("work_mem", "32MB");
        settings.put("maintenance_work_mem", "128MB");
        // One server, no replicas: nothing reads the log but recovery. fsync stays on.
        settings.put("wal_level", "minimal");
        settings.put("max_wal_senders", "0");
        settings.put("max_wal_size", "2GB");
        settings.put("checkpoint_timeout", "15min");
        // Compiling a query takes longer than these queries do.
        settings.put("jit", "off");
        settings.put("timezone", "UTC");
        settings.put("log_timezone", "UTC");
        settings.put("log_line_prefix", "%m [%p] ");
        // Statements and their values are data about people; they never go into a log.
        settings.put("log_min_error_statement", "panic");
        settings.put("log_error_verbosity", "terse");
        settings.put("log_parameter_max_length_on_error", "0");
        return settings;
    }
}
