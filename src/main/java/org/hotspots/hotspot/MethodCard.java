package org.hotspots.hotspot;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.hotspots.offence.Selection;
import org.hotspots.question.Method;
import org.hotspots.question.ParameterSpec;
import org.hotspots.question.Question;
import org.hotspots.question.QuestionParameters;

/**
 * How a run was made, so that another can make it again and say what the figures rest on. Depends on the question, the
 * data and the program alone: no clock, so the same run has the same card, byte for byte.
 *
 * @param parameters every parameter of the question, in canonical order
 * @param formulas how the figures were computed
 * @param exclusions what is not among the events, or counts otherwise than might be thought
 */
public record MethodCard(List<Parameter> parameters, List<Formula> formulas, List<Exclusion> exclusions) {
    public MethodCard {
        parameters = List.copyOf(parameters);
        formulas = List.copyOf(formulas);
        exclusions = List.copyOf(exclusions);
    }

    /**
     * @param name name in questions
     * @param value as asked or by default; JSON's null where absence has a meaning
     * @param sentence what it means, and for null what that means
     * @param used whether the hotspots depend on it; the layers may all the same
     */
    public record Parameter(String name, JsonNode value, String sentence, boolean used) {}

    /**
     * @param name of the method
     * @param text the formula
     * @param page where it is explained, in the program's documents
     */
    public record Formula(String name, String text, String page) {}

    /**
     * @param name a word
     * @param count how many
     * @param sentence what of
     */
    public record Exclusion(String name, long count, String sentence) {}

    static MethodCard of(Question question, Selection selection) {
        return new MethodCard(parameters(question), formulas(question), exclusions(selection));
    }

    private static List<Parameter> parameters(Question question) {
        JsonNode values = question.toJson();
        List<Parameter> parameters = new ArrayList<>();
        for (ParameterSpec spec : QuestionParameters.all()) {
            JsonNode value = values.get(spec.name());
            String sentence =
                    value.isNull() ? spec.sentence() + " Here: " + spec.defaultSentence() + "." : spec.sentence();
            boolean ofSomeMethod = Arrays.stream(Method.values())
                    .anyMatch(method -> method.parameters().contains(spec.name()));
            boolean used = !ofSomeMethod || question.method().parameters().contains(spec.name());
            parameters.add(new Parameter(spec.name(), value, sentence, used));
        }
        return parameters;
    }

    private static List<Formula> formulas(Question question) {
        return List.of(
                hotspots(question.method()),
                new Formula(
                        "Verdict",
                        "Gini coefficient and fullest cell of the patrollable cells beside " + Verdict.MAPS
                                + " maps of as many events drawn with the seed, evenly over the ground, and in proportion"
                                + " to all offences; the verdict rests on the first",
                        "methods/verdict.md"),
                new Formula(
                        "Interval of a count",
                        "exact 95 % Poisson limits: half the 2.5 % quantile of chi-squared with 2n degrees of freedom,"
                                + " half the 97.5 % quantile with 2n + 2",
                        "methods/intervals.md"),
                new Formula(
                        "Gi* of the cells",
                        "z = (sum of w x - W mean) / (s sqrt((n S1 - W^2) / (n - 1))), w = 1 within neighbour_m, the cell"
                                + " itself included; q by Benjamini and Hochberg over all study cells",
                        "methods/gi-star.md"));
    }

    private static Formula hotspots(Method method) {
        return switch (method) {
            case KDE_QUARTIC ->
                new Formula(
                        method.title(),
                        "f(u) = sum of w 3 / (pi h^2) (1 - d^2 / h^2)^2 for d up to h = bandwidth_m; hotspots where f is at"
                                + " least times_mean times its mean over the ground in reach of any event",
                        "methods/density.md");
            case KDE_GAUSSIAN ->
                new Formula(
                        method.title(),
                        "f(u) = sum of w / (2 pi s^2) exp(-d^2 / (2 s^2)), s = bandwidth_m; hotspots where f is at least"
                                + " times_mean times its mean over the ground in reach of any event",
                        "methods/density.md");
            case KDE_ADAPTIVE ->
                new Formula(
                        method.title(),
                        "the quartic kernel with h_i = bandwidth_m min(f~(x_i)^-1/2, 5 G) / G at each event, f~ the density"
                                + " with bandwidth_m, G the geometric mean of f~(x_i)^-1/2; hotspots as for the quartic",
                        "methods/density.md");
            case GRID_COUNT ->
                new Formula(
                        method.title(),
                        "cells whose exact 95 % lower limit is above the mean count of the study cells",
                        "methods/hotspots.md");
            case GI_STAR ->
                new Formula(
                        method.title(),
                        "cells with z above 0 and q at most q_max, those that share a side together",
                        "methods/gi-star.md");
            case DBSCAN ->
                new Formula(
                        method.title(),
                        "a core has at least min_points events within eps_m, itself included; cores within eps_m of each"
                                + " other are one cluster, and what is within eps_m of a core belongs to it",
                        "methods/dbscan.md");
            case HDBSCAN ->
                new Formula(
                        method.title(),
                        "clusters of at least min_points events chosen by excess of mass from the hierarchy of reaches, none"
                                + " below grain_m; hotspots where a hull is at least times_mean times as dense as the compared"
                                + " cells",
                        "methods/hdbscan.md");
            case NNH ->
                new Formula(
                        method.title(),
                        "at least min_points events within threshold_m of a seed, or within 0.5 sqrt(A/N) - nnh_t 0.26136 /"
                                + " sqrt(N^2/A); p beside the largest clusters of random maps",
                        "methods/nnh-stac.md");
            case STAC ->
                new Formula(
                        method.title(),
                        "circles of radius_m with at least min_points events, those that share events together; p beside the"
                                + " largest clusters of random maps",
                        "methods/nnh-stac.md");
        };
    }

    private static List<Exclusion> exclusions(Selection selection) {
        Selection.NotMapped notMapped = selection.notMapped();
        Selection.Facts facts = selection.facts();
        return List.of(
                new Exclusion(
                        "police_found",
                        selection.policeFoundLeftOut(),
                        "Events left out because police work brought them to light; 0 unless police_found=exclude."),
                new Exclusion("unlocated", notMapped.unlocated(), "Events without a location, of the whole force."),
                new Exclusion("outside_force", notMapped.outsideForce(), "Events that are located outside the force."),
                new Exclusion(
                        "default_location",
                        notMapped.defaultLocation(),
                        "Events at a location that the force uses where it knows none, of the whole force."),
                new Exclusion(
                        "low_precision",
                        notMapped.lowPrecision(),
                        "Events located to about a kilometre only, of the whole force."),
                new Exclusion(
                        "without_detail",
                        facts.withoutDetail(),
                        "Offences of public street files left out because these carry no strand and no type of ASB."),
                new Exclusion(
                        "further_offences",
                        facts.offencesInside() - selection.inside().total(),
                        "Offences in the area that are not counted, since their incident counts once."));
    }
}
