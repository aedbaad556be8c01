package org.instantlogs.suite.zone;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import org.instantlogs.suite.oracle.Filter;

/**
 * What a create request asks for. Immutable; each method answers a changed copy. Source page: "Create an Instant Logs Job".
 */
public final class JobSpec {
    /** The fields of the source page's example request. */
    public static final String EXAMPLE_FIELDS = "ClientIP,ClientRequestHost,ClientRequestMethod,ClientRequestURI,"
            + "EdgeEndTimestamp,EdgeResponseBytes,EdgeResponseStatus,EdgeStartTimestamp,RayID";

    private static final JsonMapper JSON = new JsonMapper();

    private final ObjectNode body;

    private JobSpec(ObjectNode body) {
        this.body = body;
    }

    /** A job as the source page's example asks for it, with those fields: sample 1, no filter. */
    public static JobSpec job(String fields) {
        var body = JSON.createObjectNode();
        body.put("fields", fields);
        body.put("sample", 1);
        body.put("filter", "");
        body.put("kind", "instant-logs");
        return new JobSpec(body);
    }

    /** The source page's example request. */
    public static JobSpec exampleJob() {
        return job(EXAMPLE_FIELDS);
    }

    public JobSpec sample(long sample) {
        return with("sample", JSON.getNodeFactory().numberNode(sample));
    }

    public JobSpec where(Filter filter) {
        return filter(filter.toWire());
    }

    /** The filter as text, whatever it holds. */
    public JobSpec filter(String text) {
        return with("filter", JSON.getNodeFactory().textNode(text));
    }

    /** Any member with any value. */
    public JobSpec with(String member, JsonNode value) {
        var changed = body.deepCopy();
        changed.set(member, value);
        return new JobSpec(changed);
    }

    public JobSpec without(String member) {
        var changed = body.deepCopy();
        changed.remove(member);
        return new JobSpec(changed);
    }

    /** The same members in this order; those that are not named are left out. */
    public JobSpec inOrder(List<String> members) {
        var ordered = JSON.createObjectNode();
        members.stream().filter(body::has).forEach(member -> ordered.set(member, body.get(member)));
        return new JobSpec(ordered);
    }

    public String fields() {
        return body.path("fields").asText();
    }

    public String filter() {
        return body.path("filter").asText();
    }

    public String toJson() {
        return body.toString();
    }

    @Override
    public String toString() {
        return toJson();
    }
}
