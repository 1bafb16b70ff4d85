package org.hotspots.app;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.io.BufferedReader;
import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.io.PrintStream;

/**
 * The command line in one process for many commands, since a process for each would take longer than most of them do:
 * reads a command a line, its words parted by tabs, and answers each with its exit code and what it printed, as an int,
 * the number of bytes and the bytes.
 */
public final class CommandsInTurn {
    private CommandsInTurn() {}

    public static void main(String[] arguments) throws IOException {
        DataOutputStream answers = new DataOutputStream(System.out);
        BufferedReader commands = new BufferedReader(new InputStreamReader(System.in, UTF_8));
        for (String line = commands.readLine(); line != null; line = commands.readLine()) {
            ByteArrayOutputStream printed = new ByteArrayOutputStream();
            // Before the command line is made, which keeps the stream that it finds.
            System.setOut(new PrintStream(printed, true, UTF_8));
            int code = Main.commandLine().execute(line.split("\t", -1));
            System.out.flush();
            answers.writeInt(code);
            answers.writeInt(printed.size());
            printed.writeTo(answers);
            answers.flush();
        }
    }
}
