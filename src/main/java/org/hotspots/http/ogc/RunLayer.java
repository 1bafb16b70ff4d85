package org.hotspots.http.ogc;

import java.util.AbstractList;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.hotspots.hotspot.CellLayer;
import org.hotspots.hotspot.ChangeSince;
import org.hotspots.hotspot.Hotspot;
import org.hotspots.hotspot.Run;
import org.hotspots.hotspot.RunOffences;

/** The layers of a run that are told as features. */
enum RunLayer {
    HOTSPOTS("Hotspots", "Places with more than their share") {
        @Override
        List<Item> items(Run run) {
            return places(run, run.hotspots());
        }
    },
    CLUSTERS("Clusters", "DBSCAN clusters") {
        @Override
        List<Item> items(Run run) {
            return places(run, run.clusters());
        }
    },
    CELLS("Cells", "Cells with events") {
        @Override
        List<Item> items(Run run) {
            CellLayer cells = run.cells();
            return cells.withEvents()
                    .<Item>mapToObj(index -> new CellItem(run, cells, index))
                    .toList();
        }
    },
    OFFENCES("Offences", "Offences behind the count") {
        @Override
        List<Item> items(Run run) {
            RunOffences offences = run.offences();
            return new AbstractList<>() {
                @Override
                public Item get(int index) {
                    return new OffenceItem(run, offences, index);
                }

                @Override
                public int size() {
                    return offences.size();
                }
            };
        }

        /** By its number: there may be a million. */
        @Override
        Optional<Item> find(Run run, String id) {
            RunOffences offences = run.offences();
            return offences.find(id).stream()
                    .<Item>mapToObj(index -> new OffenceItem(run, offences, index))
                    .findFirst();
        }
    };

    private final String title;
    private final String words;

    RunLayer(String title, String words) {
        this.title = title;
        this.words = words;
    }

    /**
     * All its items: the places by rank, the cells from the south-west, the offences place by place. Places are none where
     * the verdict is chance.
     */
    abstract List<Item> items(Run run);

    Optional<Item> find(Run run, String id) {
        return items(run).stream().filter(item -> item.id().equals(id)).findFirst();
    }

    String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    String title() {
        return title;
    }

    /** What an item of it is. */
    String words() {
        return words;
    }

    private static List<Item> places(Run run, List<Hotspot> places) {
        List<ChangeSince> changes = run.sincePrevious(places);
        List<Item> items = new ArrayList<>();
        for (int i = 0; i < places.size(); i++) {
            items.add(new PlaceItem(run, places.get(i), changes.get(i)));
        }
        return items;
    }
}
