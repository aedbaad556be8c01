package org.instantlogs.suite.probe;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.instantlogs.reports.Exchange.Header;

/**
 * What the target answered.
 *
 * @param body at most 8 MiB
 * @param truncated whether the target sent more than is kept in {@code body}
 * @param took from the first byte sent to the last byte received
 * @param description makes one line for messages, redacted, such as {@code HTTP 400 {"success":false…}}; few answers are told of
 */
@SuppressWarnings("ArrayRecordComponent") // never compared
public record Answer(
        int status, List<Header> headers, byte[] body, boolean truncated, Duration took, Supplier<String> description) {

    private static final ObjectMapper JSON = new ObjectMapper()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS);

    public Answer {
        headers = List.copyOf(headers);
    }

    /** The body as one JSON value; empty where it is none, is cut, or is followed by anything else. */
    public Optional<JsonNode> json() {
        if (truncated) {
            return Optional.empty();
        }
        try {
            JsonNode node = JSON.readTree(body);
            return node == null || node.isMissingNode() ? Optional.empty() : Optional.of(node);
        } catch (JsonProcessingException notJson) {
            return Optional.empty();
        } catch (IOException impossible) {
            throw new IllegalStateException("bytes in memory could not be read", impossible);
        }
    }

    /** The first header of that name, whatever its case. */
    public Optional<String> header(String name) {
        return headers.stream()
                .filter(header -> header.name().equalsIgnoreCase(name))
                .map(Header::value)
                .findFirst();
    }

    /** The body as text; bytes that are no UTF-8 become the replacement character. */
    public String text() {
        return new String(body, StandardCharsets.UTF_8);
    }

    /** One line for messages, redacted and cut at 300 characters. */
    public String describe() {
        return description.get();
    }

    @Override
    public String toString() {
        return describe();
    }
}
