package org.hotspots.search;

import org.hotspots.geo.Bounds;
import org.hotspots.snapshot.NameText;
import org.hotspots.snapshot.Street;
import org.locationtech.jts.geom.Envelope;
import org.locationtech.jts.geom.GeometryFactory;
import org.locationtech.jts.geom.PrecisionModel;

/**
 * A name of the index.
 *
 * @param found what it answers
 * @param places how many places of the data bear the name, so that of namesakes the greater comes first; 0 for areas
 * @param name a space and the folded name
 * @param nameAndContext the same, a space and the folded context
 */
record NamedPlace(FoundPlace found, int places, String name, String nameAndContext) {
    private static final GeometryFactory GEOMETRY = new GeometryFactory(new PrecisionModel(), 27700);

    static NamedPlace of(FoundPlace found, int places) {
        String name = " " + NameText.folded(found.name());
        String context = found.context();
        return new NamedPlace(found, places, name, context == null ? name : name + " " + NameText.folded(context));
    }

    static NamedPlace street(Street street) {
        Bounds box = street.extent();
        Envelope extent = new Envelope(box.minEasting(), box.maxEasting(), box.minNorthing(), box.maxNorthing());
        return of(
                new FoundPlace(
                        PlaceKind.STREET,
                        street.name(),
                        street.around().name(),
                        street.middle(),
                        GEOMETRY.toGeometry(extent),
                        street.around().area()),
                street.places());
    }

    /** How a text fits. */
    enum Fit {
        WHOLE,
        BEGINNING,
        BEGINNING_OF_A_WORD,
        /** Each word of the text begins a word of the name or of its context, at least one of the name. */
        WORDS_IN_ANY_ORDER,
        INNER,
        NONE
    }

    /** @param text folded, not blank */
    Fit fit(String text) {
        String afterSpace = " " + text;
        if (name.equals(afterSpace)) {
            return Fit.WHOLE;
        }
        if (name.startsWith(afterSpace)) {
            return Fit.BEGINNING;
        }
        if (name.contains(afterSpace)) {
            return Fit.BEGINNING_OF_A_WORD;
        }
        if (hasWords(text)) {
            return Fit.WORDS_IN_ANY_ORDER;
        }
        return name.contains(text) ? Fit.INNER : Fit.NONE;
    }

    private boolean hasWords(String text) {
        boolean isOfName = false;
        for (String word : text.split(" ", -1)) {
            if (!nameAndContext.contains(" " + word)) {
                return false;
            }
            isOfName |= name.contains(" " + word);
        }
        return isOfName;
    }
}
