package org.hotspots.http;

import io.javalin.http.Context;
import io.javalin.http.Handler;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Stands before every route: gives the request its id and the answer its security headers, and refuses requests that
 * no route should see. Statuses: 400 (undecodable or unfilled address, method override), 403 (sent by another site),
 * 404 (address of a shape that nothing here has), 421 (another host's name).
 */
final class Gate implements Handler {
    private static final Pattern LOOPBACK = Pattern.compile("(localhost|127\\.0\\.0\\.1|\\[::1])(:[0-9]{1,5})?");
    private static final Pattern UNFILLED = Pattern.compile("[{}<>|\\\\^`\"]");
    private static final Set<String> SAFE_METHODS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");
    private static final Set<String> OWN_PAGES = Set.of("same-origin", "none");

    private final SecurityHeaders securityHeaders;

    Gate(SecurityHeaders securityHeaders) {
        this.securityHeaders = securityHeaders;
    }

    @Override
    public void handle(Context ctx) {
        RequestId.of(ctx);
        securityHeaders.writeTo(ctx::header);
        checkHost(ctx.header("Host"), ctx.req().getServerName());
        checkPath(ctx.path());
        if (ctx.header("X-HTTP-Method-Override") != null) {
            throw new ProblemException(
                    ProblemType.MALFORMED_REQUEST, "X-HTTP-Method-Override is not supported: send the method itself");
        }
        if (!SAFE_METHODS.contains(ctx.req().getMethod())) {
            checkSameSite(ctx);
        }
    }

    /** Without this, a page whose name is made to resolve to this machine could read everything. */
    private static void checkHost(@Nullable String header, String serverName) {
        boolean known = header != null
                && LOOPBACK.matcher(header.toLowerCase(Locale.ROOT)).matches()
                && LOOPBACK.matcher(serverName.toLowerCase(Locale.ROOT)).matches();
        if (!known) {
            throw new ProblemException(
                    ProblemType.MISDIRECTED_REQUEST,
                    "Host " + (header == null ? "is missing" : Shown.value(header))
                            + ": localhost, 127.0.0.1 or [::1]");
        }
    }

    /** No address here needs an escape, a parameter or an empty part; such a request gets no further. */
    private static void checkPath(String path) {
        String decoded = QueryString.decodedPath(UNFILLED.matcher(path).replaceAll("!"));
        if (UNFILLED.matcher(path).find() || UNFILLED.matcher(decoded).find()) {
            String reason = Shown.value(path) + ": fill in the place-holders";
            throw new ProblemException(
                    ProblemType.MALFORMED_PATH, reason, new Problem.Fault("path", Shown.value(path), reason));
        }
        boolean strange = decoded.contains(";") || decoded.contains("%") || decoded.contains("//") || dots(decoded);
        boolean hiddenSlash = decoded.chars().filter(c -> c == '/').count()
                != path.chars().filter(c -> c == '/').count();
        if (strange || hiddenSlash) {
            throw new ProblemException(ProblemType.NOT_FOUND, "There is nothing at " + Shown.value(path));
        }
    }

    private static boolean dots(String path) {
        return path.endsWith("/.") || path.endsWith("/..") || path.contains("/./") || path.contains("/../");
    }

    private static void checkSameSite(Context ctx) {
        String site = ctx.header("Sec-Fetch-Site");
        if (site != null && !OWN_PAGES.contains(site)) {
            throw crossSite("Sec-Fetch-Site", site);
        }
        String origin = ctx.header("Origin");
        if (origin != null && !origin.equalsIgnoreCase("http://" + ctx.header("Host"))) {
            throw crossSite("Origin", origin);
        }
    }

    private static ProblemException crossSite(String header, String value) {
        String reason = header + " " + Shown.value(value) + ": only this server's own pages";
        return new ProblemException(
                ProblemType.CROSS_SITE_REQUEST, reason, new Problem.Fault("header", header, reason));
    }
}
