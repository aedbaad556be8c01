package org.instantlogs.suite.cases.job;

import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.fixtures.RequestVector;
import org.instantlogs.fixtures.RequestVectors;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.probe.ApiRequest;
import org.instantlogs.suite.zone.CreateAnswer;
import org.instantlogs.suite.zone.Zone;

/** The body of a create request, from the request vectors, as the variant of a check. */
record Body(RequestVector vector) implements Variant {
    private static final List<RequestVector> VECTORS = RequestVectors.load().vectors();

    @Override
    public Map<String, String> axes() {
        return Map.of("body", vector.id());
    }

    /** The bodies for an edition that fit, in the vectors' order. */
    static List<Body> all(Edition edition, Predicate<RequestVector> fitting) {
        return VECTORS.stream()
                .filter(vector -> vector.isFor(edition))
                .filter(fitting)
                .map(Body::new)
                .toList();
    }

    /** The bodies for an edition of which the vectors say that they judge that rule before others. */
    static List<Body> of(String rule, Edition edition) {
        return all(edition, vector -> vector.rule().equals(rule));
    }

    /** Sends it byte by byte as it is, by the owner, to judge the answer. */
    CreateAnswer sentTo(Zone zone) {
        var create = ApiRequest.create(zone.id(), vector.body()).named(vector.id());
        var type = vector.contentType();
        return zone.sendLean(
                type.isPresent()
                        ? create.header("Content-Type", type.get())
                        : new ApiRequest(
                                create.method(),
                                create.path(),
                                create.credentials(),
                                Map.of(),
                                create.body(),
                                vector.id()));
    }
}
