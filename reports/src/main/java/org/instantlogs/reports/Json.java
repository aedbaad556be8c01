package org.instantlogs.reports;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.util.DefaultIndenter;
import com.fasterxml.jackson.core.util.DefaultPrettyPrinter;
import com.fasterxml.jackson.core.util.Separators;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.util.Collection;
import java.util.Optional;

/**
 * Writes JSON member by member, so that the order is ours and the same on every machine. For this module's packages only: the
 * form that others read is {@code report.json}.
 */
public final class Json {

    private static final JsonFactory FACTORY = new JsonFactory();

    private final JsonGenerator generator;

    private Json(JsonGenerator generator) {
        this.generator = generator;
    }

    /** Writes some part of a document. */
    @FunctionalInterface
    public interface Part {
        void write(Json json) throws IOException;
    }

    /** Returns an object on one line, without a newline at its end. */
    public static String line(Part members) {
        return write(members, false);
    }

    /** Returns an indented object with a newline at its end. */
    public static String page(Part members) {
        return write(members, true) + "\n";
    }

    private static String write(Part members, boolean indented) {
        var text = new StringWriter();
        try (var generator = FACTORY.createGenerator(text)) {
            if (indented) {
                var newline = new DefaultIndenter("  ", "\n");
                generator.setPrettyPrinter(new DefaultPrettyPrinter(Separators.createDefaultInstance()
                                .withObjectFieldValueSpacing(Separators.Spacing.AFTER))
                        .withObjectIndenter(newline)
                        .withArrayIndenter(newline));
            }
            generator.writeStartObject();
            members.write(new Json(generator));
            generator.writeEndObject();
        } catch (IOException impossible) {
            throw new UncheckedIOException("text in memory could not be written", impossible);
        }
        return text.toString();
    }

    public Json text(String name, String value) throws IOException {
        generator.writeStringField(name, Legible.inJson(value));
        return this;
    }

    public Json text(String name, Optional<String> value) throws IOException {
        return value.isPresent() ? text(name, value.get()) : this;
    }

    public Json number(String name, long value) throws IOException {
        generator.writeNumberField(name, value);
        return this;
    }

    public Json number(String name, double value) throws IOException {
        generator.writeNumberField(name, value);
        return this;
    }

    public Json flag(String name, boolean value) throws IOException {
        generator.writeBooleanField(name, value);
        return this;
    }

    public Json object(String name, Part members) throws IOException {
        generator.writeObjectFieldStart(name);
        members.write(this);
        generator.writeEndObject();
        return this;
    }

    public Json texts(String name, Collection<String> values) throws IOException {
        generator.writeArrayFieldStart(name);
        for (var value : values) {
            generator.writeString(Legible.inJson(value));
        }
        generator.writeEndArray();
        return this;
    }

    public Json numbers(String name, Collection<Integer> values) throws IOException {
        generator.writeArrayFieldStart(name);
        for (var value : values) {
            generator.writeNumber(value);
        }
        generator.writeEndArray();
        return this;
    }

    /** Writes an array with an object for each element. */
    public <T> Json objects(String name, Collection<T> elements, Element<T> element) throws IOException {
        generator.writeArrayFieldStart(name);
        for (var each : elements) {
            generator.writeStartObject();
            element.write(this, each);
            generator.writeEndObject();
        }
        generator.writeEndArray();
        return this;
    }

    /** Writes the members of one element's object. */
    @FunctionalInterface
    public interface Element<T> {
        void write(Json json, T element) throws IOException;
    }
}
