package org.instantlogs.suite.cases.ndjson;

import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.instantlogs.fixtures.Dataset;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.Field;
import org.instantlogs.fixtures.FieldType;
import org.instantlogs.suite.oracle.LogRecord;

/** Records and lists of fields that cover the whole dataset. */
final class Samples {
    private static final Map<String, String> BELIEVABLE = Map.of(
            "ClientIP", "203.0.113.7",
            "OriginIP", "192.0.2.10",
            "EdgeServerIP", "198.51.100.20",
            "ClientRequestMethod", "GET",
            "ClientRequestPath", "/whole",
            "ClientRequestURI", "/whole?a=b",
            "ClientRequestHost", "shop.example.com",
            "ClientCountry", "pt");

    private Samples() {}

    /** The names of an edition's fields, all of them in the dataset's order. */
    static List<String> names(Edition edition) {
        return Dataset.httpRequests().fields(edition).stream().map(Field::name).toList();
    }

    /** The names of an edition's fields of that type. */
    static List<String> names(Edition edition, FieldType type) {
        return Dataset.httpRequests().fields(edition).stream()
                .filter(field -> field.type() == type)
                .map(Field::name)
                .toList();
    }

    static Field field(String name) {
        return Dataset.httpRequests()
                .field(name)
                .orElseThrow(() -> new IllegalArgumentException("`" + name + "` is no field of the dataset"));
    }

    /** The names as a job asks for them, {@code RayID} first: injected records are told apart by it. */
    static String withRayId(List<String> names) {
        return "RayID," + names.stream().filter(name -> !name.equals("RayID")).collect(Collectors.joining(","));
    }

    /** A record in which every field of an edition has a value that is none of the empty ones and no other field's. */
    static LogRecord whole(Edition edition) {
        var record = LogRecord.empty();
        int number = 0;
        for (Field field : Dataset.httpRequests().fields(edition)) {
            number++;
            record = record.with(field.name(), value(field, number));
        }
        return record;
    }

    private static Object value(Field field, int number) {
        if (field.timestamp()) {
            return field.name().equals("EdgeStartTimestamp") ? "2022-02-03T10:15:30Z" : "2022-02-03T10:15:31Z";
        }
        if (field.name().endsWith("ResponseStatus")) {
            return 200 + number;
        }
        return switch (field.type()) {
            case STRING -> BELIEVABLE.getOrDefault(field.name(), "text-" + number);
            case INT -> 1_000 + number;
            case FLOAT -> 2.75 + number;
            case BOOL -> true;
            case STRING_ARRAY -> List.of("one-" + number, "two-" + number);
            case INT_ARRAY -> List.of(50_331_651 + number, number);
            case MAP -> Map.of("h2h3_ratio_1h", 0.98, "number", number);
            case OBJECT -> Map.of("name-" + number, "value-" + number);
        };
    }

    /** A record in which every one of the fields has the empty value of its type: empty text, an empty list, 0, false. */
    static LogRecord empty(List<String> names) {
        var record = LogRecord.empty();
        for (String name : names) {
            var field = field(name);
            if (!field.timestamp()) {
                record = record.with(name, LogRecord.empty().value(name));
            }
        }
        return record;
    }
}
