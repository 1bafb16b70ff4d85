package org.hotspots.question;

import java.util.Locale;
import org.hotspots.geo.HexLattice;
import org.hotspots.geo.Lattice;
import org.hotspots.geo.SquareLattice;

/** Shape of the cells that events are counted in. */
public enum GridShape {
    SQUARE,
    HEX;

    /** The word used in parameters and answers. */
    public String word() {
        return name().toLowerCase(Locale.ROOT);
    }

    /** The lattice of this shape whose squares or hexagons have the given side. */
    public Lattice lattice(double sideMetres) {
        return this == SQUARE ? new SquareLattice(sideMetres) : new HexLattice(sideMetres);
    }
}
