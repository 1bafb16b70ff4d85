package org.hotspots.offence;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Weights of harm by Home Office classification. A codebook is frozen: another set of weights is another version.
 *
 * @param name lower-case words joined by hyphens, such as "statutory-maximum"
 * @param version such as "2026"
 * @param unit what a weight of 1 is, in words, such as "years of the statutory maximum"
 * @param sha256 of its file's bytes, lower-case hexadecimal
 * @param weights one for each code; a code without a sub-code stands for the whole class
 */
public record Codebook(String name, String version, String unit, String sha256, List<Weight> weights) {
    /**
     * @param code what it weighs
     * @param weight finite, not below 0
     */
    public record Weight(HomeOfficeCode code, double weight) {
        public Weight {
            if (!(weight >= 0 && weight < Double.POSITIVE_INFINITY)) {
                throw new IllegalArgumentException("weight=" + weight + ": finite and not below 0");
            }
        }
    }

    public Codebook {
        weights = List.copyOf(weights);
        if (weights.stream().anyMatch(weight -> weight.code().hoClass().isEmpty())) {
            throw new IllegalArgumentException("a weight has no class");
        }
        long codes = weights.stream().map(Weight::code).distinct().count();
        if (codes != weights.size()) {
            throw new IllegalArgumentException("a code has two weights");
        }
    }

    /** How answers call it, such as "codebook statutory-maximum version 1". */
    public String label() {
        return "codebook " + name + " version " + version;
    }

    /** What names it and no other, such as "statutory-maximum:1:3f0c…", the SHA-256 in full. */
    public String id() {
        return name + ":" + version + ":" + sha256;
    }

    /**
     * The weight of each code: that of its sub-code, else that of its class, else NaN. A code without a class has none.
     */
    public double[] weightsOf(HomeOfficeCode[] codes) {
        Map<HomeOfficeCode, Double> known = weights.stream().collect(Collectors.toMap(Weight::code, Weight::weight));
        double[] found = new double[codes.length];
        for (int i = 0; i < codes.length; i++) {
            HomeOfficeCode wholeClass = new HomeOfficeCode(codes[i].hoClass(), "");
            found[i] = known.getOrDefault(codes[i], known.getOrDefault(wholeClass, Double.NaN));
        }
        return found;
    }
}
