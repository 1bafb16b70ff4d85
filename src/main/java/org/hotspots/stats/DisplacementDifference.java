package org.hotspots.stats;

/**
 * The weighted displacement difference (WDD): how many events fewer (below 0) or more there were in a target area after
 * an intervention than its control leads to expect, and the same for the ring around it into which they may have been
 * displaced.
 *
 * <p>WDD = (change of target - change of its control) + (change of displacement area - change of its control), change =
 * after / exposure after - before / exposure before, variance = sum of count / exposure^2 over all counts. Assumes Poisson
 * counts that are independent of each other, large enough for the normal distribution: with counts under about 10 an
 * exact test belongs beside it. Source: Wheeler and Ratcliffe 2018; {@code src/docs/methods/trends-and-operations.md}.
 *
 * @param target change of the target less that of its control
 * @param displacement change of the displacement area less that of its control; above 0 events moved there, below 0 it
 *     shared the benefit
 */
public record DisplacementDifference(Estimate target, Estimate displacement) {

    /** Without a displacement area. */
    public static DisplacementDifference of(BeforeAfter target, BeforeAfter control) {
        return new DisplacementDifference(target.change().minus(control.change()), new Estimate(0, 0));
    }

    public static DisplacementDifference of(
            BeforeAfter target, BeforeAfter control, BeforeAfter displacement, BeforeAfter displacementControl) {
        return new DisplacementDifference(
                target.change().minus(control.change()), displacement.change().minus(displacementControl.change()));
    }

    /** The difference itself: target and displacement area together. */
    public Estimate total() {
        return target.plus(displacement);
    }

    /**
     * The same in another unit; so the harm of several kinds of offence is the sum of each kind's difference times its
     * weight.
     *
     * @param weight harm of one event, for instance days
     */
    public DisplacementDifference times(double weight) {
        return new DisplacementDifference(target.times(weight), displacement.times(weight));
    }

    /** The sum of two differences of disjoint events. */
    public DisplacementDifference plus(DisplacementDifference other) {
        return new DisplacementDifference(target.plus(other.target), displacement.plus(other.displacement));
    }
}
