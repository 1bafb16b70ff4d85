package org.hotspots.app;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.Consumer;
import picocli.CommandLine;

/** What a command says: its result on standard output, everything else on standard error. */
final class Printed {
    private static final ObjectMapper JSON = new ObjectMapper();

    private final CommandLine command;

    Printed(CommandLine command) {
        this.command = command;
    }

    void line(String text) {
        command.getOut().println(text);
        command.getOut().flush();
    }

    void warning(String text) {
        command.getErr().println(text);
        command.getErr().flush();
    }

    /** One JSON document, and nothing else, on standard output. */
    void json(Consumer<ObjectNode> fill) {
        ObjectNode document = JSON.createObjectNode();
        fill.accept(document);
        try {
            line(JSON.writerWithDefaultPrettyPrinter().writeValueAsString(document));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a JSON tree could not be written", e);
        }
    }

    ArrayNode array(List<String> texts) {
        ArrayNode array = JSON.createArrayNode();
        texts.forEach(array::add);
        return array;
    }
}
