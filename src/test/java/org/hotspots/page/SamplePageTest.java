package org.hotspots.page;

import org.junit.jupiter.api.extension.ExtendWith;

/** The journeys on the real server with the sample. */
@ExtendWith(SharedDemo.class)
class SamplePageTest extends PageJourneys {
    @Override
    String origin() {
        return SharedDemo.origin();
    }
}
