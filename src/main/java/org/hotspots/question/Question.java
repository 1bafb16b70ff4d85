package org.hotspots.question;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import org.hotspots.area.AreaAddress;
import org.hotspots.kernel.Kernel;
import org.hotspots.kernel.NearestNeighbourHierarchy.Threshold;
import org.hotspots.offence.Codebook;
import org.hotspots.offence.OffenceFilter;
import org.hotspots.offence.Setting;
import org.hotspots.question.ParameterSpec.Numbers;
import org.jspecify.annotations.Nullable;

/**
 * What, where, when, how counted and by which method, with every default written out. Two questions that mean the same
 * are equal and have the same canonical JSON. {@link QuestionReader} makes them from requests.
 *
 * @param filter what is counted, and when
 * @param codebook what events weigh; null where every event weighs the same
 * @param area the area asked about; null for the whole force
 * @param method how hotspots are found
 * @param density settings of the density surface
 * @param cells settings of the cells
 * @param clusters settings of DBSCAN, HDBSCAN, NNH and STAC
 * @param seed seed of the random numbers that its answer is drawn with, not below 0
 */
public record Question(
        OffenceFilter filter,
        @Nullable Codebook codebook,
        @Nullable AreaAddress area,
        Method method,
        DensitySettings density,
        CellSettings cells,
        ClusterSettings clusters,
        int seed) {

    public Question {
        require(seed, QuestionParameters.SEED);
    }

    /**
     * @param bandwidthMetres radius of the quartic kernel, sigma of the Gaussian, or typical radius of the adaptive, from
     *     50 to 5000
     * @param edge how density is corrected at the border of the data
     * @param locationErrorMetres standard deviation of the error of places along each axis, from 0 to 500
     * @param timesMean hotspots are where density is at least this many times its mean, from 1.5 to 100
     */
    public record DensitySettings(
            double bandwidthMetres, EdgeMethod edge, double locationErrorMetres, double timesMean) {
        public DensitySettings {
            require(bandwidthMetres, QuestionParameters.BANDWIDTH_M);
            require(locationErrorMetres, QuestionParameters.LOCATION_ERROR_M);
            require(timesMean, QuestionParameters.TIMES_MEAN);
        }
    }

    /**
     * @param grid shape of the cells
     * @param cellMetres side of a cell, a whole number from 25 to 5000
     * @param neighbourMetres reach of Gi* between centres, from the cell's side to 10000
     * @param qMax greatest q of a Gi* hotspot, from 0.001 to 0.5
     */
    public record CellSettings(GridShape grid, double cellMetres, double neighbourMetres, double qMax) {
        public CellSettings {
            require(cellMetres, QuestionParameters.CELL_M);
            require(neighbourMetres, QuestionParameters.NEIGHBOUR_M);
            if (neighbourMetres < cellMetres) {
                throw new IllegalArgumentException("neighbour_m=" + neighbourMetres + ": not less than cell_m");
            }
            require(qMax, QuestionParameters.Q_MAX);
        }
    }

    /**
     * @param epsMetres radius, from 10 to 5000
     * @param minPoints DBSCAN: events within the radius that make a core, itself included; the others: least events of a
     *     cluster or hot circle; from 2 to 1000
     * @param grainMetres HDBSCAN: distances below it count as it, from 1 to 1000
     * @param nearness NNH: how near events of a cluster are
     * @param radiusMetres STAC: radius of the circles, from 50 to 2000
     */
    public record ClusterSettings(
            double epsMetres, int minPoints, double grainMetres, Nearness nearness, double radiusMetres) {
        public ClusterSettings {
            require(epsMetres, QuestionParameters.EPS_M);
            require(minPoints, QuestionParameters.MIN_POINTS);
            require(grainMetres, QuestionParameters.GRAIN_M);
            require(radiusMetres, QuestionParameters.RADIUS_M);
        }

        private ClusterSettings withReach(double times) {
            Double threshold = nearness.thresholdMetres();
            return new ClusterSettings(
                    QuestionParameters.EPS_RANGE.nearest(times * epsMetres),
                    minPoints,
                    grainMetres,
                    threshold == null
                            ? nearness
                            : new Nearness(QuestionParameters.THRESHOLD_RANGE.nearest(times * threshold), nearness.t()),
                    QuestionParameters.RADIUS_RANGE.nearest(times * radiusMetres));
        }
    }

    /**
     * @param thresholdMetres greatest distance from a cluster's seed, from 10 to 1000; null for that of random neighbours
     * @param t standard errors below the mean distance of random neighbours, from 0 to 5
     */
    public record Nearness(@Nullable Double thresholdMetres, double t) {
        public Nearness {
            if (thresholdMetres != null) {
                require(thresholdMetres, QuestionParameters.THRESHOLD_M);
            }
            require(t, QuestionParameters.NNH_T);
        }

        /** The distance between events on a ground of this area. */
        public Threshold on(double areaM2) {
            return thresholdMetres == null ? Threshold.random(t, areaM2) : Threshold.fixed(thresholdMetres);
        }
    }

    /** The kernel of its density surface, as wide as the error of places makes it; of the adaptive, the typical one. */
    public Kernel kernel() {
        Kernel.Shape shape = method == Method.KDE_GAUSSIAN ? Kernel.Shape.GAUSSIAN : Kernel.Shape.QUARTIC;
        return new Kernel(shape, density.bandwidthMetres()).widenedBy(density.locationErrorMetres());
    }

    /** The same about another period. */
    public Question during(LocalDate from, LocalDate to) {
        return new Question(filter.during(from, to), codebook, area, method, density, cells, clusters, seed);
    }

    /** What events weigh. */
    public Weight weight() {
        return codebook == null ? Weight.COUNT : Weight.HARM;
    }

    /** The same question by another method. */
    public Question by(Method other) {
        return new Question(filter, codebook, area, other, density, cells, clusters, seed);
    }

    /**
     * The same question with every reach - bandwidth, neighbourhood, eps, threshold, radius - so many times as long, as far
     * as its range allows.
     */
    public Question withReach(double times) {
        double bandwidth = QuestionParameters.BANDWIDTH_RANGE.nearest(times * density.bandwidthMetres());
        double neighbour = QuestionParameters.NEIGHBOUR_RANGE.nearest(times * cells.neighbourMetres());
        return new Question(
                filter,
                codebook,
                area,
                method,
                new DensitySettings(bandwidth, density.edge(), density.locationErrorMetres(), density.timesMean()),
                new CellSettings(
                        cells.grid(), cells.cellMetres(), Math.max(neighbour, cells.cellMetres()), cells.qMax()),
                clusters.withReach(times),
                seed);
    }

    /** The question as JSON, keys in the order of {@link QuestionParameters#all}, every one present. */
    public ObjectNode toJson() {
        Setting setting = filter.setting();
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("theme", filter.theme().word());
        json.put("strand", filter.strand() == null ? null : filter.strand().word());
        json.put("asb_type", filter.asbType() == null ? null : filter.asbType().word());
        json.put("area", area == null ? null : area.toString());
        json.put("from", filter.from().toString());
        json.put("to", filter.to().toString());
        json.put("setting", setting == null ? QuestionParameters.ANY : setting.word());
        json.put("counting_basis", filter.countingBasis().word());
        json.put("police_found", filter.policeFound().word());
        json.put("weight", weight().word());
        json.put("codebook", codebook == null ? null : codebook.id());
        json.put("method", method.word());
        json.set("bandwidth_m", PlainNumber.json(density.bandwidthMetres()));
        json.put("edge", density.edge().word());
        json.set("location_error_m", PlainNumber.json(density.locationErrorMetres()));
        json.put("grid", cells.grid().word());
        json.set("cell_m", PlainNumber.json(cells.cellMetres()));
        json.set("neighbour_m", PlainNumber.json(cells.neighbourMetres()));
        json.set("q_max", PlainNumber.json(cells.qMax()));
        json.set("eps_m", PlainNumber.json(clusters.epsMetres()));
        json.put("min_points", clusters.minPoints());
        json.set("grain_m", PlainNumber.json(clusters.grainMetres()));
        Double threshold = clusters.nearness().thresholdMetres();
        json.set("threshold_m", threshold == null ? json.nullNode() : PlainNumber.json(threshold));
        json.set("nnh_t", PlainNumber.json(clusters.nearness().t()));
        json.set("radius_m", PlainNumber.json(clusters.radiusMetres()));
        json.set("times_mean", PlainNumber.json(density.timesMean()));
        json.put("seed", seed);
        return json;
    }

    /** The question as one line of JSON without spaces: equal questions give equal text. */
    public String canonicalJson() {
        return toJson().toString();
    }

    private static void require(double value, ParameterSpec spec) {
        if (!(spec.values() instanceof Numbers numbers) || !numbers.contains(value)) {
            throw new IllegalArgumentException(spec.name() + "=" + PlainNumber.text(value) + ": " + spec.values());
        }
    }
}
