package org.instantlogs.suite.oracle;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;

/** No filter: an empty text lets every record through. Source page: "Create an Instant Logs Job", example request. */
public record Everything() implements Filter {
    @Override
    public boolean matches(LogRecord record) {
        return true;
    }

    @Override
    public JsonNode toJson() {
        return MissingNode.getInstance();
    }

    @Override
    public boolean isSettled() {
        return true;
    }

    @Override
    public String toWire() {
        return "";
    }

    @Override
    public String toString() {
        return "none";
    }
}
