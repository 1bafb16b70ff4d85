package org.hotspots.sample;

import org.hotspots.stats.SeededRandom;

/** How offences are spread over the streets. */
final class Spread {
    private Spread() {}

    /** The same for every street, so the same per head and even over each built-up area. */
    static WeightedChoice<Street> even(StreetPlan plan) {
        return WeightedChoice.of(plan.streets(), street -> 1);
    }

    /**
     * By residents, with streets that differ by chance.
     *
     * @param sigma standard deviation of the logarithm of a street's factor
     * @param villageFactor rate of villages, 1 for that of towns
     */
    static WeightedChoice<Street> byResidents(
            StreetPlan plan, SeededRandom random, double sigma, double villageFactor) {
        return WeightedChoice.of(
                plan.streets(),
                street -> StrictMath.exp(sigma * random.gaussian())
                        * (street.settlement().town() ? 1 : villageFactor));
    }

    /** In the shopping streets: falls to a third at {@code reachMetres} from the centre, larger places have more. */
    static WeightedChoice<Street> shoppingStreets(StreetPlan plan, SeededRandom random, double reachMetres) {
        return WeightedChoice.of(
                plan.streets(),
                street -> StrictMath.exp(0.6 * random.gaussian() - street.metresFromCentre() / reachMetres)
                        * street.settlement().population());
    }
}
