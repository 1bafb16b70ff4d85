package org.hotspots.http;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.text.Normalizer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Decodes percent-encoded text strictly: bad escapes, bytes that are not UTF-8 (overlong forms too) and control
 * characters are problems, never absent values. Text comes out in Unicode's composed form.
 */
final class QueryString {
    private QueryString() {}

    /**
     * Names and values in order; {@code +} is a space. A name without {@code =} has the empty value.
     *
     * @throws ProblemException malformed-encoding
     */
    static Map<String, List<String>> parse(@Nullable String query) {
        Map<String, List<String>> values = new LinkedHashMap<>();
        if (query == null) {
            return values;
        }
        for (String pair : query.split("&", -1)) {
            if (pair.isEmpty()) {
                continue;
            }
            int equals = pair.indexOf('=');
            String name = decoded(equals < 0 ? pair : pair.substring(0, equals), "query", true);
            String value = equals < 0 ? "" : decoded(pair.substring(equals + 1), "query", true);
            values.computeIfAbsent(name, key -> new ArrayList<>(1)).add(value);
        }
        return values;
    }

    /**
     * The text behind an encoded path.
     *
     * @throws ProblemException malformed-encoding
     */
    static String decodedPath(String path) {
        return decoded(path, "path", false);
    }

    private static String decoded(String text, String in, boolean plusIsSpace) {
        byte[] bytes = new byte[text.length() * 3];
        int count = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '%') {
                int high = i + 2 < text.length() ? Character.digit(text.charAt(i + 1), 16) : -1;
                int low = i + 2 < text.length() ? Character.digit(text.charAt(i + 2), 16) : -1;
                if (high < 0 || low < 0 || text.charAt(i + 1) > 'f' || text.charAt(i + 2) > 'f') {
                    throw malformed(in, text, "a percent sign must be followed by two hexadecimal digits");
                }
                bytes[count++] = (byte) (high << 4 | low);
                i += 2;
            } else if (c == '+' && plusIsSpace) {
                bytes[count++] = ' ';
            } else if (c < 0x80) {
                bytes[count++] = (byte) c;
            } else {
                throw malformed(in, text, "characters outside ASCII must be percent-encoded");
            }
        }
        return checked(ByteBuffer.wrap(bytes, 0, count), in, text);
    }

    private static String checked(ByteBuffer bytes, String in, String source) {
        String text;
        try {
            text = StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
        } catch (CharacterCodingException e) {
            throw malformed(in, source, "the bytes must be UTF-8");
        }
        if (text.chars().anyMatch(Character::isISOControl)) {
            throw malformed(in, source, "control characters are not allowed");
        }
        return Normalizer.normalize(text, Normalizer.Form.NFC);
    }

    private static ProblemException malformed(String in, String text, String rule) {
        String reason = Shown.value(text) + ": " + rule;
        return new ProblemException(
                ProblemType.MALFORMED_ENCODING, reason, new Problem.Fault(in, Shown.value(text), reason));
    }
}
