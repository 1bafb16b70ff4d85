package org.hotspots.http.ogc;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.locationtech.jts.geom.Envelope;

/** What a collection holds at one data version, frozen: all pages of a walk are of the same content. */
interface Content {
    /** What is in it and where that comes from. */
    String description();

    /** The query parameter that asks for this content again, such as {@code run=3f0c…}. */
    String pin();

    /** Name of exactly this content, on whatever server: equal names, equal features. */
    String fingerprint();

    /** Whether it tells single offences, which nobody's cache may keep. */
    boolean tellsOffences();

    /** In degrees, east is x; never null, also where there are no items. */
    Envelope extent();

    /** When; null where time does not matter. */
    @Nullable
    Period period();

    /** All of it in an order that never changes; may take as long as a question does. There may be a million: each is made when it is asked for. */
    List<Item> items();

    /** The item of this id; may take as long as a question does. */
    Optional<Item> find(String id);

    /** Where the items come from, as members of their collection; may take as long as a question does. */
    ObjectNode provenance();
}
