package org.hotspots.app;

/** What the program tells the shell. */
final class ExitCode {
    static final int DONE = 0;
    /** The work was understood but could not be done. */
    static final int FAILED = 1;
    /** The command line was not understood. */
    static final int USAGE = 2;
    /** A setting of the environment is wrong (EX_CONFIG of sysexits). */
    static final int CONFIGURATION = 78;

    private ExitCode() {}
}
