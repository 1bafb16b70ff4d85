package org.hotspots.http;

import java.net.URI;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The page's own scripts and styles as they are sent, so that little is fetched before the first row: lines of comment
 * are left out, a sheet holds what it imports, and {@code /src/main.js} holds every module that it imports, one after
 * the other. Whoever else imports one of those is sent to {@code /src/main.js}, so that each is there once. Under
 * {@code web/} all are plain modules and sheets that a browser takes as they are.
 *
 * <p>Joined modules share one scope: no two of them may declare the same name at their top level.
 */
final class PageBundle {
    static final String MAIN = "/src/main.js";

    private static final Pattern COMMENT =
            Pattern.compile("^[ \\t]*(?://.*|/\\*[^*]*\\*+(?:[^/*][^*]*\\*+)*/[ \\t]*)\\R", Pattern.MULTILINE);
    private static final Pattern STATIC_IMPORT = Pattern.compile("^import [^\"]*\"(\\.[^\"]+)\";", Pattern.MULTILINE);
    private static final Pattern ANY_IMPORT = Pattern.compile("(\\bfrom |\\bimport\\()\"(\\.[^\"]+)\"");
    private static final Pattern IMPORT_OF_MAIN =
            Pattern.compile("^import [^\"]*\"" + Pattern.quote(MAIN) + "\";\\R", Pattern.MULTILINE);
    private static final Pattern SHEET_IMPORT = Pattern.compile("^@import \"([^\"]+)\";\\R", Pattern.MULTILINE);

    private final UnaryOperator<String> sources;
    private final Set<String> joined = new LinkedHashSet<>();

    /** @param sources the text under {@code web} by its name, such as {@code /src/main.js} */
    PageBundle(UnaryOperator<String> sources) {
        this.sources = sources;
        join(MAIN, new HashSet<>());
    }

    /** A script or sheet as it is sent; its name ends in {@code .js} or {@code .css}. */
    String text(String name) {
        if (name.endsWith(".css")) {
            return sheet(name);
        }
        return name.equals(MAIN) ? main() : script(name);
    }

    /** Modules in the order in which a browser would run them: what is imported comes first. */
    private void join(String name, Set<String> seen) {
        if (seen.add(name)) {
            Matcher imports = STATIC_IMPORT.matcher(sources.apply(name));
            while (imports.find()) {
                join(resolved(name, imports.group(1)), seen);
            }
            joined.add(name);
        }
    }

    private String main() {
        StringBuilder text = new StringBuilder();
        for (String name : joined) {
            text.append("// ").append(name).append('\n');
            text.append(IMPORT_OF_MAIN.matcher(script(name)).replaceAll(""));
        }
        return text.toString();
    }

    private String script(String name) {
        return ANY_IMPORT.matcher(uncommented(name)).replaceAll(found -> {
            String imported = resolved(name, found.group(2));
            return found.group(1) + '"' + (joined.contains(imported) ? MAIN : imported) + '"';
        });
    }

    private String sheet(String name) {
        return SHEET_IMPORT
                .matcher(uncommented(name))
                .replaceAll(found -> Matcher.quoteReplacement(sheet(resolved(name, found.group(1)))));
    }

    private String uncommented(String name) {
        return COMMENT.matcher(sources.apply(name)).replaceAll("");
    }

    private static String resolved(String from, String address) {
        return URI.create(from).resolve(address).toString();
    }
}
