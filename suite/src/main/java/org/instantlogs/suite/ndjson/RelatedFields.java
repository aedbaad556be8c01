package org.instantlogs.suite.ndjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Whether the fields of one record agree with one another. Rule IL-NDJSON-13.
 *
 * <p>Each statement is judged where the record holds the fields it is about, not null and of their types; what is of
 * another type is {@link TypeRule}'s business.
 */
public final class RelatedFields {
    private static final Pattern TOKEN = Pattern.compile("[!#$%&'*+.^_`|~0-9A-Za-z-]+");
    private static final BigInteger LEAST_STATUS = BigInteger.valueOf(100);
    private static final BigInteger GREATEST_STATUS = BigInteger.valueOf(599);

    private RelatedFields() {}

    /** What does not agree, one sentence each; empty where all does. */
    public static List<String> check(RecordLine record) {
        var defects = new ArrayList<String>();
        checkTimes(record, defects);
        WholeNumber.of(record.value("EdgeResponseStatus"))
                .filter(status -> status.compareTo(LEAST_STATUS) < 0 || status.compareTo(GREATEST_STATUS) > 0)
                .ifPresent(status -> defects.add("`EdgeResponseStatus` is " + status + ", not in 100..599"));
        text(record, "ClientIP")
                .filter(address -> !IpAddress.isLiteral(address))
                .ifPresent(address -> defects.add("`ClientIP` is `" + Input.shortened(address) + "`, no IP address"));
        text(record, "ClientRequestMethod")
                .filter(method -> !TOKEN.matcher(method).matches())
                .ifPresent(
                        method -> defects.add("`ClientRequestMethod` is `" + Input.shortened(method) + "`, no token"));
        checkUri(record, defects);
        return List.copyOf(defects);
    }

    private static void checkTimes(RecordLine record, List<String> defects) {
        var start = Timestamp.of(record.value("EdgeStartTimestamp"));
        var end = Timestamp.of(record.value("EdgeEndTimestamp"));
        if (start.isPresent() && end.isPresent() && start.get().isAfter(end.get())) {
            defects.add("`EdgeStartTimestamp` " + record.value("EdgeStartTimestamp") + " is after `EdgeEndTimestamp` "
                    + record.value("EdgeEndTimestamp"));
        }
    }

    private static void checkUri(RecordLine record, List<String> defects) {
        var uri = text(record, "ClientRequestURI");
        var path = text(record, "ClientRequestPath");
        if (uri.isEmpty() || path.isEmpty()) {
            return;
        }
        boolean agrees = uri.get().equals(path.get()) || uri.get().startsWith(path.get() + "?");
        if (!agrees) {
            defects.add("`ClientRequestURI` `" + Input.shortened(uri.get()) + "` is not `ClientRequestPath` `"
                    + Input.shortened(path.get()) + "` and a query");
        }
    }

    private static Optional<String> text(RecordLine record, String key) {
        return Optional.of(record.value(key)).filter(JsonNode::isTextual).map(JsonNode::textValue);
    }
}
