package org.hotspots.sample;

/** How an offence is spread over the hours, as shares per hour from 06:00 round to 05:00. */
enum HourProfile {
    //          6  7  8  9 10 11 12 13 14 15 16 17 18 19 20 21 22 23  0  1  2  3  4  5
    DAYTIME("   2  4  7  9 10 10 10 10 10 10 10  9  7  6  5  4  3  2  1  1  1  1  1  1"),
    EVENING("   1  1  2  2  3  3  4  4  5  7  8  9 10 11 11 11 10  9  7  5  4  2  1  1"),
    LATE("      1  1  1  1  2  2  3  3  3  4  5  6  7  8  9 11 13 14 14 12  9  5  2  1"),
    SHOP("      0  1  4  8 10 11 12 12 12 12 12 10  8  6  4  2  1  0  0  0  0  0  0  0"),
    NIGHTFALL(" 0  0  0  0  0  0  0  0  0  1  3  8 12 12 12 12 10  8  4  2  1  1  0  0"),
    LEAVING("   3  8 14 12  8  6  6  5  5  5  6  7  7  4  2  2  1  0  0  0  0  0  0  0");

    static final int FIRST_HOUR = 6;

    private final String shares;

    HourProfile(String shares) {
        this.shares = shares.strip();
    }

    /** @param hoursAfterSix 0 for the hour from 06:00, 23 for the hour from 05:00 the next morning */
    int share(int hoursAfterSix) {
        return Integer.parseInt(shares.split("\\s+")[hoursAfterSix]);
    }
}
