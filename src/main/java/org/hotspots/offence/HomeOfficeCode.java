package org.hotspots.offence;

import java.util.Locale;

/**
 * A Home Office offence classification, without the spaces and leading zeros by which forces write it differently.
 *
 * @param hoClass such as "8N"; blank where unknown
 * @param hoSubclass such as "6"; blank where unknown
 */
public record HomeOfficeCode(String hoClass, String hoSubclass) {
    public static final HomeOfficeCode UNKNOWN = new HomeOfficeCode("", "");

    public HomeOfficeCode {
        hoClass = plain(hoClass);
        hoSubclass = plain(hoSubclass);
    }

    private static String plain(String code) {
        String stripped = code.strip().toUpperCase(Locale.ROOT);
        int start = 0;
        while (start < stripped.length() - 1 && stripped.charAt(start) == '0') {
            start++;
        }
        return stripped.substring(start);
    }
}
