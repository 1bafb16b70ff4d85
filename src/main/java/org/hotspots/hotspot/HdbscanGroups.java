package org.hotspots.hotspot;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.DoubleSupplier;
import org.hotspots.hotspot.Grouping.Group;
import org.hotspots.kernel.Hdbscan;
import org.hotspots.kernel.WeightedPoints;
import org.hotspots.question.Question;
import org.locationtech.jts.geom.Geometry;

/**
 * Groups of HDBSCAN, drawn as their hulls. Its clusters are dense beside what lies around them, so that the sparse
 * countryside around a town is a cluster, too; only those are groups whose density is the question's {@code times_mean} times that of all the ground.
 */
final class HdbscanGroups {
    private static final int NONE = -1;

    private HdbscanGroups() {}

    static Grouping of(RunInput input, HotspotSearch.Evidence evidence) {
        Question.ClusterSettings clusters = input.question().clusters();
        HdbscanSettings settings = new HdbscanSettings(
                clusters.minPoints(),
                clusters.grainMetres(),
                input.question().density().timesMean());
        return of(
                evidence.events().inside(),
                settings,
                () -> RandomMaps.ground(evidence).areaM2());
    }

    /** @param ground area of all the ground in square metres; only asked where there are clusters */
    static Grouping of(WeightedPoints points, HdbscanSettings settings, DoubleSupplier ground) {
        Hdbscan.Clusters clusters = Hdbscan.cluster(points, settings.minPoints(), settings.grainMetres());
        List<Geometry> hulls = PointHull.ofGroups(points, clusters.label(), clusters.count());
        double[] events = new double[clusters.count()];
        for (int i = 0; i < points.count(); i++) {
            if (clusters.label()[i] != Hdbscan.NOISE) {
                events[clusters.label()[i]] += points.weights()[i];
            }
        }
        // Where there are no clusters there may be no ground either.
        double groundM2 = clusters.count() == 0 ? 0 : ground.getAsDouble();
        List<Group> groups = new ArrayList<>();
        int[] groupOfCluster = new int[clusters.count()];
        for (int cluster = 0; cluster < clusters.count(); cluster++) {
            double share = hulls.get(cluster).getArea() / groundM2;
            boolean dense = events[cluster] >= settings.timesMean() * share * points.totalWeight();
            groupOfCluster[cluster] = dense ? groups.size() : NONE;
            if (dense) {
                groups.add(new Group(hulls.get(cluster), null));
            }
        }
        int[] groupOf = Arrays.stream(clusters.label())
                .map(cluster -> cluster == Hdbscan.NOISE ? NONE : groupOfCluster[cluster])
                .toArray();
        return new Grouping(groups, groupOf);
    }
}
