package org.hotspots.http;

import java.net.InetAddress;
import java.net.UnknownHostException;
import java.nio.file.Path;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/**
 * What the web server is told when it is made.
 *
 * @param host address to listen on; only the machine's own, until there are accounts
 * @param port to listen on; 0 for any free one
 * @param spoolFolder where uploads are kept while they are loaded or await review; made if absent
 * @param maxUploadBytes largest body of an import
 * @param headerTimeout longest wait for a whole request head, longest silence on a connection, and how long a client may be
 *     behind the lowest rate
 * @param forceName shown on the page; null where not configured
 * @param baseMap shown under the data; null for none
 */
public record WebSettings(
        String host,
        int port,
        Path spoolFolder,
        long maxUploadBytes,
        Duration headerTimeout,
        @Nullable String forceName,
        @Nullable BaseMap baseMap) {
    public static final String LOOPBACK = "127.0.0.1";
    public static final long DEFAULT_MAX_UPLOAD_BYTES = 2L << 30;
    public static final Duration DEFAULT_HEADER_TIMEOUT = Duration.ofSeconds(30);

    public WebSettings {
        if (!isLoopback(host)) {
            throw new IllegalArgumentException("host=" + host
                    + ": 127.0.0.1, since there are no accounts yet and whoever reaches the server sees everything");
        }
        if (port < 0 || port > 65_535) {
            throw new IllegalArgumentException("port=" + port + ": from 0 to 65535");
        }
        if (maxUploadBytes < 1) {
            throw new IllegalArgumentException("max_upload_bytes=" + maxUploadBytes + ": at least 1");
        }
        if (headerTimeout.isNegative() || headerTimeout.isZero()) {
            throw new IllegalArgumentException("header timeout " + headerTimeout + ": above zero");
        }
    }

    /** On 127.0.0.1, with the default limits, without a base map. */
    public static WebSettings of(int port, Path spoolFolder) {
        return new WebSettings(
                LOOPBACK, port, spoolFolder, DEFAULT_MAX_UPLOAD_BYTES, DEFAULT_HEADER_TIMEOUT, null, null);
    }

    /** Where written files are kept to be asked for again: beside the spool folder. */
    Path exportFolder() {
        return spoolFolder.resolveSibling("exports");
    }

    private static boolean isLoopback(String host) {
        try {
            return InetAddress.getByName(host).isLoopbackAddress();
        } catch (UnknownHostException e) {
            throw new IllegalArgumentException("host=" + host + ": not an address of this machine", e);
        }
    }
}
