package org.hotspots.hotspot;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.Deque;
import java.util.List;
import org.hotspots.geo.Lattice;
import org.hotspots.geo.SquareLattice;
import org.hotspots.hotspot.Grouping.Group;
import org.hotspots.hotspot.Hotspot.Score;
import org.hotspots.kernel.StudyCells;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.stats.PoissonInterval;
import org.locationtech.jts.geom.Geometry;

/** Groups of the cell methods. */
final class CellGroups {
    private static final int[][] SQUARE_SIDES = {{1, 0}, {-1, 0}, {0, 1}, {0, -1}};
    /** Of a hexagon in an even column; in an odd one the side neighbours stand a row higher. */
    private static final int[][] EVEN_HEX_SIDES = {{0, 1}, {0, -1}, {1, 0}, {1, -1}, {-1, 0}, {-1, -1}};

    private static final int[][] ODD_HEX_SIDES = {{0, 1}, {0, -1}, {1, 1}, {1, 0}, {-1, 1}, {-1, 0}};

    private CellGroups() {}

    /** Each cell whose exact 95 % lower limit is above the mean count of the study cells, for itself. */
    static Grouping dense(HotspotSearch.Evidence evidence) {
        StudyCells cells = evidence.cells().cells();
        double mean = evidence.events().total() / (double) Math.max(1, cells.size());
        int[] groupOfCell = new int[cells.windowSize()];
        Arrays.fill(groupOfCell, -1);
        List<Group> groups = new ArrayList<>();
        for (int index = 0; index < groupOfCell.length; index++) {
            long count = Math.round(evidence.cells().counts()[index]);
            if (count >= HotspotSearch.LEAST_EVENTS
                    && PoissonInterval.exact95(count).low() > mean) {
                groupOfCell[index] = groups.size();
                long cell = cells.cell(index);
                groups.add(new Group(() -> cells.lattice().polygon(cell), null));
            }
        }
        return new Grouping(groups, groupOf(evidence.events().inside(), cells, groupOfCell));
    }

    /** Cells with z above 0 and q at most the limit, those that share a side together. */
    static Grouping significant(HotspotSearch.Evidence evidence, double qMax) {
        CellLayer layer = evidence.cells();
        StudyCells cells = layer.cells();
        BitSet hot = new BitSet(cells.windowSize());
        for (int index = 0; index < cells.windowSize(); index++) {
            hot.set(index, layer.z()[index] > 0 && layer.q()[index] <= qMax);
        }
        int[] groupOfCell = new int[cells.windowSize()];
        Arrays.fill(groupOfCell, -1);
        List<Group> groups = new ArrayList<>();
        for (int index = hot.nextSetBit(0); index >= 0; index = hot.nextSetBit(index + 1)) {
            if (groupOfCell[index] < 0) {
                groups.add(group(layer, connected(cells, hot, index, groupOfCell, groups.size())));
            }
        }
        return new Grouping(groups, groupOf(evidence.events().inside(), cells, groupOfCell));
    }

    private static List<Integer> connected(StudyCells cells, BitSet hot, int start, int[] groupOfCell, int group) {
        List<Integer> members = new ArrayList<>();
        Deque<Integer> open = new ArrayDeque<>(List.of(start));
        groupOfCell[start] = group;
        while (!open.isEmpty()) {
            int index = open.remove();
            members.add(index);
            long cell = cells.cell(index);
            for (int[] side : sides(cells.lattice(), Lattice.column(cell))) {
                int neighbour =
                        cells.windowIndex(Lattice.cell(Lattice.column(cell) + side[0], Lattice.row(cell) + side[1]));
                if (neighbour >= 0 && hot.get(neighbour) && groupOfCell[neighbour] < 0) {
                    groupOfCell[neighbour] = group;
                    open.add(neighbour);
                }
            }
        }
        return members;
    }

    private static int[][] sides(Lattice lattice, int column) {
        if (lattice instanceof SquareLattice) {
            return SQUARE_SIDES;
        }
        return (column & 1) == 0 ? EVEN_HEX_SIDES : ODD_HEX_SIDES;
    }

    /** The cells' union, with the evidence of the strongest; the first of equally strong ones. */
    private static Group group(CellLayer layer, List<Integer> members) {
        int strongest = members.get(0);
        for (int index : members) {
            boolean stronger = layer.z()[index] > layer.z()[strongest]
                    || (layer.z()[index] == layer.z()[strongest] && index < strongest);
            strongest = stronger ? index : strongest;
        }
        Score score = new Score(layer.z()[strongest], layer.p()[strongest], layer.q()[strongest]);
        return new Group(() -> union(layer.cells(), members), score);
    }

    private static Geometry union(StudyCells cells, List<Integer> members) {
        return Outlines.union(members.stream()
                .map(index -> cells.lattice().polygon(cells.cell(index)))
                .toList());
    }

    private static int[] groupOf(WeightedPoints points, StudyCells cells, int[] groupOfCell) {
        int[] groupOf = new int[points.count()];
        for (int i = 0; i < groupOf.length; i++) {
            int index = cells.windowIndex(cells.lattice().cellAt(points.eastings()[i], points.northings()[i]));
            groupOf[i] = index < 0 ? -1 : groupOfCell[index];
        }
        return groupOf;
    }
}
