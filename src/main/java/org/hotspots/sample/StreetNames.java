package org.hotspots.sample;

import java.util.ArrayList;
import java.util.List;
import org.hotspots.stats.SeededRandom;

/** Invented street names: every first word with every second, in an order of its own for each settlement. */
final class StreetNames {
    private static final List<String> FIRST = List.of(
            ("Abbey,Acorn,Alder,Ash,Aspen,Barley,Barn,Beech,Bell,Birch,Blackthorn,Bluebell,Bramble,Bridge,Broad,Brook,"
                            + "Canal,Castle,Cedar,Chapel,Cherry,Chestnut,Church,Clover,Coppice,Cottage,Cross,Daisy,"
                            + "Dale,Elder,Elm,Falcon,Farm,Fern,Field,Forge,Fox,Gate,George,Glebe,Gorse,Grange,Green,"
                            + "Hall,Harvest,Hawthorn,Hazel,Heath,Heron,High,Hill,Holly,Home,Ivy,Jubilee,King,"
                            + "Kingfisher,Lake,Larch,Lark,Laurel,Lime,Lodge,Manor,Maple,Market,Meadow,Mill,Moor,New,"
                            + "North,Oak,Old,Orchard,Park,Pear Tree,Pine,Poplar,Priory,Queen,Rectory,River,Rose,"
                            + "Rowan,School,Spring,Station,Stone,Swan,Sycamore,Thorn,Tower,Vicarage,Victoria,"
                            + "Walnut,Warren,Water,Well,West,Wheat,Willow,Windmill,Wood")
                    .split(","));
    private static final List<String> SECOND = List.of(
            "Road",
            "Street",
            "Lane",
            "Avenue",
            "Close",
            "Drive",
            "Way",
            "Crescent",
            "Rise",
            "Terrace",
            "Court",
            "Place");

    private StreetNames() {}

    /** {@code count} different names. */
    static List<String> draw(int count, SeededRandom random) {
        List<String> names = new ArrayList<>();
        for (String first : FIRST) {
            for (String second : SECOND) {
                names.add(first + " " + second);
            }
        }
        for (int i = 0; i < count; i++) {
            int other = i + random.nextInt(names.size() - i);
            String drawn = names.get(other);
            names.set(other, names.get(i));
            names.set(i, drawn);
        }
        return List.copyOf(names.subList(0, count));
    }
}
