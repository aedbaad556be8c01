package org.instantlogs.server.fault;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import org.instantlogs.server.Parts;
import org.instantlogs.server.session.JobRefused;
import org.instantlogs.server.session.SessionParts;

/** Parts that read the bodies of creations in another way. */
final class Bodies {
    private Bodies() {}

    /** Bodies that are JSON objects are changed before they are read. */
    static Parts changed(Consumer<ObjectNode> change) {
        return read(right -> body -> {
            var object = Json.object(body);
            object.ifPresent(change);
            return right.read(object.map(Json::bytes).orElse(body));
        });
    }

    /** Bodies that are JSON objects of that kind are refused. */
    static Parts refusing(Refused which) {
        return read(right -> body -> {
            var object = Json.object(body);
            if (object.filter(which::isRefused).isPresent()) {
                throw new JobRefused(1001, "the request is not allowed", "");
            }
            return right.read(body);
        });
    }

    /** Bodies are read by that reader, which is given the right one. */
    static Parts read(UnaryOperator<SessionParts.JobReader> reader) {
        return new Parts() {
            @Override
            public JobReader jobReader() {
                return reader.apply(Parts.super.jobReader());
            }
        };
    }

    /** Tells what is refused from what is not. */
    @FunctionalInterface
    interface Refused {
        boolean isRefused(ObjectNode request);
    }
}
