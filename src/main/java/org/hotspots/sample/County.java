package org.hotspots.sample;

import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.hotspots.geo.BritishGridPoint;
import org.hotspots.sample.Settlement.Ellipse;

/**
 * Warwickshire in outline: real names and true centres; the districts are straight lines drawn by hand between a few
 * corners, the towns are ellipses. No boundary file was used.
 */
final class County {
    /** Coventry and Solihull lie between the arms of the county and belong to no district. */
    private static final Map<String, BritishGridPoint> CORNERS = Map.ofEntries(
            corner("north tip", 428.0, 310.8),
            corner("Twycross side", 432.4, 302.5),
            corner("Witherley side", 434.0, 297.6),
            corner("Watling Street west", 437.0, 296.0),
            corner("Watling Street east", 442.4, 291.2),
            corner("High Cross", 447.4, 288.6),
            corner("Swift valley", 450.6, 282.0),
            corner("Dow Bridge", 454.6, 278.2),
            corner("Hillmorton side", 457.0, 274.0),
            corner("Willoughby side", 453.6, 267.6),
            corner("Leam source", 447.0, 265.2),
            corner("Eathorpe", 440.4, 267.8),
            corner("Ryton side", 437.4, 274.0),
            corner("Binley side", 440.6, 277.6),
            corner("Ansty side", 440.2, 281.6),
            corner("Hawkesbury", 439.2, 284.4),
            corner("Bulkington east", 442.2, 287.2),
            corner("Keresley side", 432.6, 284.0),
            corner("Astley", 430.6, 288.0),
            corner("Ansley", 431.4, 292.6),
            corner("Corley side", 428.0, 282.4),
            corner("Meriden side", 422.5, 283.2),
            corner("Packington side", 418.6, 286.4),
            corner("Castle Bromwich side", 416.4, 291.0),
            corner("Middleton side", 417.0, 297.5),
            corner("Tamworth south", 421.5, 300.0),
            corner("Tamworth east", 424.6, 304.0),
            corner("Long Itchington side", 437.0, 262.6),
            corner("Ashorne", 431.6, 258.8),
            corner("Sherbourne", 424.6, 259.4),
            corner("Wolverton", 420.4, 263.0),
            corner("Rowington side", 415.6, 268.0),
            corner("Lapworth west", 416.4, 272.6),
            corner("Balsall side", 422.6, 274.4),
            corner("Burton Green", 427.0, 276.6),
            corner("Baginton side", 433.0, 275.4),
            corner("Shuckburgh side", 452.4, 260.0),
            corner("Marston side", 451.6, 257.0),
            corner("Fenny side", 446.0, 250.6),
            corner("Edge Hill", 441.0, 246.6),
            corner("Tysoe side", 436.0, 240.6),
            corner("Whichford", 433.4, 233.0),
            corner("south tip", 428.6, 229.4),
            corner("Wolford", 424.4, 232.6),
            corner("Stretton on Fosse", 424.0, 239.0),
            corner("Ilmington side", 418.6, 244.6),
            corner("Long Marston side", 414.0, 249.0),
            corner("Salford side", 407.6, 250.2),
            corner("Ridgeway", 405.8, 257.0),
            corner("Redditch side", 406.6, 264.6),
            corner("Tanworth west", 409.6, 270.6),
            corner("Earlswood", 412.6, 274.2));

    static final List<District> DISTRICTS = List.of(
            district(
                    "E07000218",
                    "North Warwickshire",
                    "NR",
                    "north tip; Tamworth east; Tamworth south; Middleton side; Castle Bromwich side; Packington side; "
                            + "Meriden side; Corley side; Keresley side; Astley; Ansley; Watling Street west; "
                            + "Witherley side; Twycross side"),
            district(
                    "E07000219",
                    "Nuneaton and Bedworth",
                    "BR",
                    "Watling Street west; Ansley; Astley; Keresley side; Hawkesbury; Bulkington east; "
                            + "Watling Street east"),
            district(
                    "E07000220",
                    "Rugby",
                    "RR",
                    "Watling Street east; Bulkington east; Hawkesbury; Ansty side; Binley side; Ryton side; Eathorpe; "
                            + "Leam source; Willoughby side; Hillmorton side; Dow Bridge; Swift valley; High Cross"),
            district(
                    "E07000221",
                    "Stratford-on-Avon",
                    "SR",
                    "Earlswood; Tanworth west; Redditch side; Ridgeway; Salford side; Long Marston side; "
                            + "Ilmington side; Stretton on Fosse; Wolford; south tip; Whichford; Tysoe side; Edge Hill; "
                            + "Fenny side; Marston side; Shuckburgh side; Willoughby side; Leam source; Eathorpe; "
                            + "Long Itchington side; Ashorne; Sherbourne; Wolverton; Rowington side; Lapworth west"),
            district(
                    "E07000222",
                    "Warwick",
                    "WR",
                    "Lapworth west; Rowington side; Wolverton; Sherbourne; Ashorne; Long Itchington side; Eathorpe; "
                            + "Ryton side; Baginton side; Burton Green; Balsall side"));

    static final List<Settlement> TOWNS = List.of(
            town("Rugby", "RU", 78_000, new Ellipse(450_300, 275_100, 3_200, 2_400, -12)),
            town("Nuneaton", "NU", 88_800, new Ellipse(436_100, 291_800, 3_200, 2_500, -20)),
            town("Bedworth", "BE", 31_000, new Ellipse(435_900, 286_900, 1_800, 1_900, 0)),
            town("Royal Leamington Spa", "LE", 50_900, new Ellipse(431_900, 265_700, 2_050, 2_400, 0)),
            town("Warwick", "WA", 36_600, new Ellipse(428_200, 264_800, 1_600, 1_900, 0)),
            town("Stratford-upon-Avon", "ST", 30_500, new Ellipse(420_100, 254_900, 1_900, 1_700, 25)),
            town("Kenilworth", "KE", 22_500, new Ellipse(428_800, 271_700, 1_350, 1_750, 10)),
            town("Atherstone", "AT", 9_200, new Ellipse(430_800, 297_800, 1_000, 900, -30)),
            town("Coleshill", "CO", 6_900, new Ellipse(420_000, 289_000, 800, 1_100, 0)));

    private static final List<Settlement> VILLAGES = List.of(
            Settlement.village("Polesworth", "NR", 426_100, 302_300, 8_700),
            Settlement.village("Kingsbury", "NR", 421_600, 296_400, 3_500),
            Settlement.village("Hartshill", "NR", 432_400, 294_300, 3_600),
            Settlement.village("New Arley", "NR", 428_900, 289_600, 2_800),
            Settlement.village("Water Orton", "NR", 418_000, 291_500, 3_400),
            Settlement.village("Fillongley", "NR", 428_100, 286_900, 1_500),
            Settlement.village("Bulkington", "BR", 439_100, 286_900, 6_300),
            Settlement.village("Wolston", "RR", 441_300, 275_600, 2_700),
            Settlement.village("Dunchurch", "RR", 448_500, 271_300, 4_100),
            Settlement.village("Wolvey", "RR", 443_600, 287_800, 1_500),
            Settlement.village("Brinklow", "RR", 443_600, 279_500, 1_100),
            Settlement.village("Cubbington", "WR", 434_900, 268_500, 3_900),
            Settlement.village("Radford Semele", "WR", 434_800, 264_500, 2_500),
            Settlement.village("Barford", "WR", 427_300, 260_900, 1_500),
            Settlement.village("Lapworth", "WR", 417_200, 270_900, 1_500),
            Settlement.village("Bishop's Tachbrook", "WR", 431_400, 261_400, 2_500),
            Settlement.village("Alcester", "SR", 408_900, 257_400, 6_400),
            Settlement.village("Bidford-on-Avon", "SR", 410_100, 251_900, 5_400),
            Settlement.village("Studley", "SR", 407_900, 263_700, 6_200),
            Settlement.village("Henley-in-Arden", "SR", 415_000, 265_900, 2_900),
            Settlement.village("Wellesbourne", "SR", 427_700, 255_200, 7_300),
            Settlement.village("Kineton", "SR", 433_500, 251_000, 2_300),
            Settlement.village("Southam", "SR", 441_800, 261_800, 8_100),
            Settlement.village("Shipston-on-Stour", "SR", 425_800, 240_500, 6_800),
            Settlement.village("Harbury", "SR", 437_300, 259_600, 2_600),
            Settlement.village("Napton on the Hill", "SR", 446_200, 261_200, 1_100),
            Settlement.village("Long Compton", "SR", 428_700, 232_900, 800),
            Settlement.village("Tysoe", "SR", 434_000, 244_300, 1_200),
            Settlement.village("Welford-on-Avon", "SR", 414_700, 252_200, 1_400));

    static final List<Settlement> SETTLEMENTS =
            Stream.concat(TOWNS.stream(), VILLAGES.stream()).toList();

    private County() {}

    /**
     * @param code the official code of the real district
     * @param ruralBeatPrefix start of the beats outside its towns
     * @param ring anticlockwise and closed; neighbours share their corners exactly
     */
    record District(String code, String name, String ruralBeatPrefix, List<BritishGridPoint> ring) {}

    private static Settlement town(String name, String beatPrefix, int population, Ellipse shape) {
        return new Settlement(name, true, beatPrefix, population, shape);
    }

    private static District district(String code, String name, String ruralBeatPrefix, String corners) {
        List<BritishGridPoint> open =
                Stream.of(corners.split("; ")).map(County::getCorner).toList();
        return new District(
                code,
                name,
                ruralBeatPrefix,
                Stream.concat(open.stream(), Stream.of(open.get(0))).toList());
    }

    private static BritishGridPoint getCorner(String name) {
        BritishGridPoint point = CORNERS.get(name);
        if (point == null) {
            throw new IllegalArgumentException("no corner is called " + name);
        }
        return point;
    }

    private static Map.Entry<String, BritishGridPoint> corner(
            String name, double eastingKilometres, double northingKilometres) {
        return Map.entry(
                name,
                new BritishGridPoint(
                        StrictMath.rint(eastingKilometres * 1_000), StrictMath.rint(northingKilometres * 1_000)));
    }
}
