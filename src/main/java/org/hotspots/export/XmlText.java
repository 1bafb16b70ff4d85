package org.hotspots.export;

/** Text in XML 1.0, whatever characters it holds. */
final class XmlText {
    private XmlText() {}

    /** The text without those characters that XML cannot hold in any form; each is replaced by U+FFFD. */
    static String allowed(String text) {
        StringBuilder allowed = new StringBuilder(text.length());
        text.codePoints().map(c -> isAllowed(c) ? c : 0xFFFD).forEach(allowed::appendCodePoint);
        return allowed.toString();
    }

    /** Text where programs take HTML, as Google Earth does of descriptions. */
    static String html(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;");
    }

    /** The allowed text in characters of ASCII only, ready to stand between tags. */
    static String ascii(String text) {
        StringBuilder escaped = new StringBuilder(text.length());
        text.codePoints().map(c -> isAllowed(c) ? c : 0xFFFD).forEach(c -> {
            if (c == '&' || c == '<' || c == '>' || c == '"' || c == '\r' || c > '~') {
                escaped.append("&#").append(c).append(';');
            } else {
                escaped.append((char) c);
            }
        });
        return escaped.toString();
    }

    private static boolean isAllowed(int c) {
        return c == '\t'
                || c == '\n'
                || c == '\r'
                || (c >= ' ' && c < 0xD800)
                || (c > 0xDFFF && c != 0xFFFE && c != 0xFFFF);
    }
}
