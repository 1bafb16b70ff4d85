package org.hotspots.http.ogc;

import com.fasterxml.jackson.core.JsonGenerator;
import java.io.IOException;
import org.locationtech.jts.geom.Geometry;

/** One feature of a collection; made before it is known whether anyone wants it, so everything is worked out when asked. */
interface Item {
    /** Its name, the same for as long as the frozen content that it is of. */
    String id();

    /** In the British National Grid. */
    Geometry geometry();

    /** Writes its figures as members of an open object, no member itself an object: tables of map programs are flat. */
    void writeProperties(JsonGenerator json) throws IOException;
}
