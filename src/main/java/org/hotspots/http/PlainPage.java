package org.hotspots.http;

/** Pages that the server writes itself: problems, the contract, the standard interface, how to connect. No inline style or script. */
public final class PlainPage {
    private PlainPage() {}

    /** @param main HTML, everything in it that is not ours {@linkplain #escaped escaped} */
    public static String of(String title, String main) {
        return """
                <!DOCTYPE html>
                <html lang="en-GB">
                <head>
                <meta charset="utf-8">
                <meta name="viewport" content="width=device-width, initial-scale=1">
                <title>%s - Hotspots</title>
                <link rel="icon" href="/styles/icon.svg" type="image/svg+xml">
                <link rel="stylesheet" href="/styles/plain.css">
                </head>
                <body>
                <header><a href="/">Hotspots</a></header>
                <main>
                %s</main>
                </body>
                </html>
                """.formatted(escaped(title), main);
    }

    /** Text as HTML. */
    public static String escaped(String text) {
        return text.replace("&", "&amp;")
                .replace("<", "&lt;")
                .replace(">", "&gt;")
                .replace("\"", "&quot;")
                .replace("'", "&#39;");
    }
}
