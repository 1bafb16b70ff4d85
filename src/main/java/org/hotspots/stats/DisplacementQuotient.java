package org.hotspots.stats;

/**
 * The weighted displacement quotient (WDQ) and the total net effect (TNE) of an intervention, from counts of a target R, a
 * displacement area D around it and a control C, before (b) and after (a).
 *
 * <p>WDQ = (Da/Ca - Db/Cb) / (Ra/Ca - Rb/Cb): what became of the displacement area for each unit of success in the
 * target. Above 1 its benefit was greater than the target's, from 0 to 1 smaller; from -1 to 0 some of the success was
 * displaced, below -1 more than all of it. TNE = (Rb Ca/Cb - Ra) + (Db Ca/Cb - Da): events prevented in both areas
 * together; below 0 there were more of them. Exposures are left out: periods of other lengths cancel.
 *
 * <p>A quotient says nothing where its divisor may as well be zero: then its interval after Fieller has no end. So the
 * WDQ is undefined where the 95 % interval of Ra/Ca - Rb/Cb holds 0, and both are where that of a count of the control
 * by which they divide does (3 events or fewer). Where the target rose against its control there is no success that
 * could be displaced, and the WDQ is undefined too. Sources: Bowers and Johnson 2003; Guerette 2009;
 * {@code src/docs/methods/trends-and-operations.md}.
 *
 * @param success Ra/Ca - Rb/Cb, below 0 where the target did better than its control; undefined with the control
 */
public record DisplacementQuotient(Figure success, Figure quotient, Figure totalNetEffect) {

    /** A number, or why there is none. */
    public sealed interface Figure permits Defined, Undefined {}

    /** A number. */
    public record Defined(double value) implements Figure {}

    /**
     * No number.
     *
     * @param reason as a clause of a sentence
     */
    public record Undefined(String reason) implements Figure {}

    public static DisplacementQuotient of(BeforeAfter target, BeforeAfter displacement, BeforeAfter control) {
        if (isAboutZero(Estimate.ofCount(control.before()))) {
            Figure undefined = new Undefined(
                    "the control had only " + control.before() + " before, too few to measure a change by");
            return new DisplacementQuotient(undefined, undefined, undefined);
        }
        Figure net = new Defined(prevented(target, control) + prevented(displacement, control));
        if (isAboutZero(Estimate.ofCount(control.after()))) {
            Figure undefined =
                    new Undefined("the control had only " + control.after() + " after, too few to divide by");
            return new DisplacementQuotient(undefined, undefined, net);
        }
        Estimate success = againstControl(target, control);
        return new DisplacementQuotient(
                new Defined(success.value()), quotient(againstControl(displacement, control), success), net);
    }

    private static Figure quotient(Estimate displacement, Estimate success) {
        if (isAboutZero(success)) {
            return new Undefined("the change of the target against its control could be chance");
        }
        if (success.value() > 0) {
            return new Undefined("the target rose against its control, so there is no success to displace");
        }
        return new Defined(displacement.value() / success.value());
    }

    private static Estimate againstControl(BeforeAfter area, BeforeAfter control) {
        Estimate after = Estimate.ofCount(area.after()).over(Estimate.ofCount(control.after()));
        return after.minus(Estimate.ofCount(area.before()).over(Estimate.ofCount(control.before())));
    }

    private static double prevented(BeforeAfter area, BeforeAfter control) {
        return (double) area.before() * control.after() / control.before() - area.after();
    }

    private static boolean isAboutZero(Estimate estimate) {
        return estimate.interval95().contains(0);
    }
}
