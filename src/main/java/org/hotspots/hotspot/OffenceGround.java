package org.hotspots.hotspot;

import java.time.LocalDate;
import java.util.BitSet;
import org.hotspots.kernel.StudyCells;
import org.hotspots.offence.OffenceTable;

/** The ground where events can be expected at all: study cells with any offence in the years before the period's end. */
final class OffenceGround {
    private static final int YEARS = 3;

    private OffenceGround() {}

    /** Window indexes of these cells, rising. */
    static int[] of(RunInput input, StudyCells cells) {
        OffenceTable table = input.snapshot().offences();
        LocalDate to = input.question().filter().to();
        int lastDay = Math.toIntExact(to.toEpochDay());
        int firstDay = Math.toIntExact(to.minusYears(YEARS).toEpochDay());
        BitSet places = new BitSet(table.places().size());
        OffenceTable.Columns columns = table.columns();
        for (int i = 0; i < table.size(); i++) {
            int day = columns.day()[i];
            if (day >= firstDay
                    && day < lastDay
                    && columns.themes()[i] != 0
                    && columns.place()[i] != OffenceTable.NO_PLACE) {
                places.set(columns.place()[i]);
            }
        }
        places.and(input.area().inside());
        BitSet ground = new BitSet(cells.windowSize());
        for (int place = places.nextSetBit(0); place >= 0; place = places.nextSetBit(place + 1)) {
            int cell = cells.windowIndex(cells.lattice()
                    .cellAt(table.places().eastings()[place], table.places().northings()[place]));
            if (cells.isInside(cell)) {
                ground.set(cell);
            }
        }
        return ground.stream().toArray();
    }
}
