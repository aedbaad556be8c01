package org.instantlogs.server.record;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerationException;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.core.StreamWriteFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.io.StringWriter;
import java.util.Map;

/** Objects within records, which are passed on and never looked into: compact JSON text of them, numbers exact. */
final class JsonCopy {
    private static final JsonFactory FACTORY = JsonFactory.builder()
            .enable(StreamWriteFeature.STRICT_DUPLICATE_DETECTION)
            .build();
    private static final JsonMapper MAPPER = new JsonMapper();

    private JsonCopy() {}

    /** The object at whose start the parser stands; leaves it at the object's end. */
    static String compact(JsonParser json) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator copy = FACTORY.createGenerator(text)) {
            copy.copyCurrentStructureExact(json);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException("holds a number with an exponent beyond reason", e);
        } catch (JsonGenerationException e) {
            throw repeated(e);
        }
        return text.toString();
    }

    /** Likewise, if all its values are numbers. */
    static String numbers(JsonParser json) throws IOException {
        var text = new StringWriter();
        try (JsonGenerator copy = FACTORY.createGenerator(text)) {
            copy.writeStartObject();
            while (json.nextToken() != JsonToken.END_OBJECT) {
                copy.writeFieldName(json.currentName());
                if (!json.nextToken().isNumeric()) {
                    throw new IllegalArgumentException(
                            "holds a value that is no number; it takes an object of numbers");
                }
                copy.writeNumber(json.getText());
            }
            copy.writeEndObject();
        } catch (JsonGenerationException e) {
            throw repeated(e);
        }
        return text.toString();
    }

    /** The object that a program gives. */
    static String of(Map<?, ?> object) {
        try {
            return MAPPER.writeValueAsString(object);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("holds a value that JSON has no form for", e);
        }
    }

    /** Writing what was just parsed can fail in one way only. */
    private static IllegalArgumentException repeated(JsonGenerationException e) {
        return new IllegalArgumentException("holds a repeated key", e);
    }
}
