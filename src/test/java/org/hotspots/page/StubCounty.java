package org.hotspots.page;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/** A small made-up county in the shapes of the interface: two districts, three towns and places whose counts depend on the question. */
final class StubCounty {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final List<String> STREETS = List.of(
            "Mill Lane", "Station Road", "High Street", "Abbey Walk", "Canal Wharf", "Market Place", "Church Close");

    /** A box of the county, in degrees. */
    record Box(String kind, String slug, String name, double west, double south, double east, double north) {
        String address() {
            return kind + ":" + slug;
        }

        ObjectNode outline() {
            return polygon(west, south, east, north);
        }

        boolean contains(Place place) {
            return place.lon() > west && place.lon() < east && place.lat() > south && place.lat() < north;
        }
    }

    /** A hotspot to be: where, and how many incidents of all themes. */
    record Place(double lon, double lat, int count, String near, String town, String district) {}

    static final Box FORCE = new Box("", "force", "Midshire", -1.75, 52.05, -1.15, 52.6);
    static final List<Box> AREAS = List.of(
            new Box("district", "northfold", "Northfold", -1.75, 52.3, -1.15, 52.6),
            new Box("district", "southfold", "Southfold", -1.75, 52.05, -1.15, 52.3),
            new Box("town", "aldbury", "Aldbury", -1.32, 52.34, -1.2, 52.41),
            new Box("town", "kingsford", "Kingsford", -1.6, 52.26, -1.5, 52.32),
            new Box("town", "marlow-green", "Marlow Green", -1.45, 52.1, -1.36, 52.16));

    /** Told by name only, and drawn once it is asked about. */
    private static final Box WARD = new Box("ward", "hill-end", "Hill End", -1.56, 52.28, -1.53, 52.3);

    /** Whatever corners are drawn: the middle of Kingsford. */
    private static final Box DRAWN = new Box(
            "drawn", "428000,265000;432000,265000;432000,269000", "Drawn area of 16 km²", -1.585, 52.27, -1.52, 52.31);

    static final List<Place> PLACES = places();

    private StubCounty() {}

    private static List<Place> places() {
        SplittableRandom random = new SplittableRandom(7);
        List<Place> places = new ArrayList<>();
        for (Box town : AREAS.subList(2, 5)) {
            for (int i = 0; i < 6; i++) {
                double lon = town.west() + random.nextDouble(0.15, 0.85) * (town.east() - town.west());
                double lat = town.south() + random.nextDouble(0.15, 0.85) * (town.north() - town.south());
                String district = lat > 52.3 ? "Northfold" : "Southfold";
                places.add(new Place(lon, lat, random.nextInt(6, 60), STREETS.get(i), town.name(), district));
            }
        }
        return List.copyOf(places);
    }

    static Box area(Map<String, String> question) {
        String address = question.getOrDefault("area", "force");
        if (address.startsWith("drawn:")) return DRAWN;
        if (address.equals(WARD.address())) return WARD;
        return AREAS.stream()
                .filter(box -> box.address().equals(address))
                .findFirst()
                .orElse(FORCE);
    }

    /** The places that answer the question, highest count first. Transgender hate crime has none, so that nothing matches. */
    static List<Place> answer(Map<String, String> question) {
        if ("transgender".equals(question.get("strand"))) return List.of();
        double part =
                Map.of("knife", 0.5, "hate", 0.3, "asb", 0.8).getOrDefault(question.getOrDefault("theme", "all"), 1.0);
        double year = question.get("from").compareTo("2025-11-01") < 0
                ? 0.8
                : question.get("from").compareTo("2026-06-01") > 0 ? 0.3 : 1;
        Box area = area(question);
        return PLACES.stream()
                .filter(area::contains)
                .map(p -> new Place(
                        p.lon(), p.lat(), (int) Math.ceil(p.count() * part * year), p.near(), p.town(), p.district()))
                .sorted((a, b) -> b.count() - a.count())
                .toList();
    }

    static ObjectNode drawn() {
        return JSON.createObjectNode().put("area", DRAWN.address()).put("area_km2", 16);
    }

    static ObjectNode areas(boolean isOutlined) {
        ObjectNode collection = JSON.createObjectNode().put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        for (Box box : isOutlined ? AREAS : List.of(WARD)) {
            ObjectNode feature = features.addObject().put("type", "Feature").put("id", box.address());
            feature.set("geometry", isOutlined ? box.outline() : null);
            ObjectNode properties = feature.putObject("properties");
            properties
                    .put("address", box.address())
                    .put("kind", box.kind())
                    .put("slug", box.slug())
                    .put("name", box.name());
            properties
                    .putArray("bbox")
                    .add(box.west())
                    .add(box.south())
                    .add(box.east())
                    .add(box.north());
            properties.putArray("label").add((box.west() + box.east()) / 2).add((box.south() + box.north()) / 2);
        }
        return collection;
    }

    /** Every fourth place is dashed; the last of many is hidden. */
    static ObjectNode stability(Map<String, String> question) {
        int replicates = 189;
        ObjectNode view = JSON.createObjectNode().put("replicates", replicates).put("maps", 99);
        view.put("sentence", "Stability: of 189 resamples.")
                .putArray("voters")
                .add("kde_quartic")
                .add("gi_star");
        ArrayNode standings = view.putArray("hotspots");
        int count = answer(question).size();
        for (int i = 0; i < count; i++) {
            boolean isHidden = i > 5 && i == count - 1;
            boolean isDashed = i % 4 == 3;
            int stays = isHidden ? 40 : isDashed ? 120 : 180;
            standings
                    .addObject()
                    .put("hotspot_id", "h" + (i + 1))
                    .put("stays", stays)
                    .put("stability", stays / (double) replicates)
                    .put("drawn", isHidden ? "hidden" : isDashed ? "dashed" : "solid")
                    .put("p_chance", isHidden ? 0.34 : 0.01)
                    .put("votes", isHidden ? 1 : 2)
                    .putArray("methods")
                    .add("kde_quartic");
        }
        return view;
    }

    static ObjectNode noHotspots() {
        ObjectNode collection = JSON.createObjectNode().put("type", "FeatureCollection");
        collection.putArray("features");
        return collection;
    }

    static ObjectNode hotspots(Map<String, String> question) {
        ObjectNode collection = JSON.createObjectNode().put("type", "FeatureCollection");
        ArrayNode features = collection.putArray("features");
        List<Place> places = answer(question);
        double n = total(places);
        double running = 0;
        boolean isGiStar = "gi_star".equals(question.get("method"));
        for (int i = 0; i < places.size(); i++) {
            Place place = places.get(i);
            running += place.count() / n;
            ObjectNode feature = features.addObject().put("type", "Feature").put("id", "h" + (i + 1));
            double half = 0.0015 + place.count() * 3e-5;
            feature.set(
                    "geometry",
                    polygon(
                            place.lon() - 1.5 * half,
                            place.lat() - half,
                            place.lon() + 1.5 * half,
                            place.lat() + half));
            ObjectNode properties =
                    feature.putObject("properties").put("rank", i + 1).put("hotspot_id", "h" + (i + 1));
            properties
                    .put("count", place.count())
                    .put("count_low", place.count() * 0.6)
                    .put("count_high", place.count() * 1.5 + 2);
            properties
                    .put("share", place.count() / n)
                    .put("running_share", running)
                    .put("area_km2", 0.11);
            properties.put("density_per_km2", place.count() / 0.11).put("peak_density_per_km2", place.count() / 0.08);
            properties.put("z", isGiStar ? 8.0 - i * 0.3 : null).put("p", isGiStar ? 1e-5 * (i + 1) : null);
            properties
                    .put("q", isGiStar ? 1e-4 * (i + 1) : null)
                    .put("near", place.near())
                    .put("town", place.town());
            properties.put("district", place.district()).put("per_month", place.count() / 12.0);
            properties.put("inflation", 1.06).put("suited_to", "patrol");
            properties
                    .putObject("change")
                    .put("ratio_low", 0.8)
                    .put("ratio_high", 1.3)
                    .put(
                            "words",
                            place.count() + " to " + place.count() + " (0 %); ratio 0.80 to 1.30; could be chance")
                    .putNull("reason");
            properties.putArray("centre").add(place.lon()).add(place.lat());
        }
        return collection;
    }

    /** Incidents that match: those of the places and as many again between them. */
    static int total(List<Place> places) {
        return 2 * places.stream().mapToInt(Place::count).sum();
    }

    private static ObjectNode polygon(double west, double south, double east, double north) {
        ObjectNode geometry = JSON.createObjectNode().put("type", "Polygon");
        ArrayNode ring = geometry.putArray("coordinates").addArray();
        double[][] corners = {{west, south}, {east, south}, {east, north}, {west, north}, {west, south}};
        for (double[] corner : corners) ring.addArray().add(corner[0]).add(corner[1]);
        return geometry;
    }

    /** `knife` as "Knife crime". */
    static String title(String theme) {
        return switch (theme) {
            case "knife" -> "Knife crime";
            case "hate" -> "Hate crime";
            case "asb" -> "Anti-social behaviour";
            default -> "All offences";
        };
    }
}
