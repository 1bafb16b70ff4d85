package org.hotspots.hotspot;

import org.hotspots.hotspot.RunStore.StoredRun;

/**
 * A run was asked for that another version of the program made. This one might give other figures under the same name, so it
 * gives none.
 */
public final class OtherProgramException extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final String question;

    OtherProgramException(StoredRun stored, String softwareVersion) {
        super("Run " + stored.runId() + " was made by version " + stored.softwareVersion()
                + " of the program, this is version " + softwareVersion);
        this.question = stored.question();
    }

    /** What the run was asked, as canonical JSON, to be asked anew. */
    public String question() {
        return question;
    }
}
