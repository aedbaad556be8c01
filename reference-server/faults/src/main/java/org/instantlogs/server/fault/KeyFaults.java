package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.filter.Filters;
import org.instantlogs.server.http.Answer;
import org.instantlogs.server.http.LastWord;
import org.instantlogs.server.session.JobRequest;

/** Mistakes about which field a key stands for, and which keys there are. */
final class KeyFaults {
    private static final JsonMapper MAPPER = new JsonMapper();

    private KeyFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                mixedUp("path-is-the-uri", "ClientRequestPath", "ClientRequestURI"),
                mixedUp("host-is-the-edges", "ClientRequestHost", "EdgeRequestHost"),
                mixedUp("status-is-the-origins", "EdgeResponseStatus", "OriginResponseStatus"),
                mixedUp("client-is-the-origin", "ClientIP", "OriginIP"),
                mixedUp("actions-are-sources", "FirewallMatchesActions", "FirewallMatchesSources"),
                key(
                        "rules-are-no-key",
                        "filters can't ask about `FirewallMatchesRuleIDs`",
                        "IL-FILTER-23",
                        asked -> asked.isOn("FirewallMatchesRuleIDs") ? asked.refused() : null),
                key(
                        "countries-are-no-key",
                        "filters on `ClientCountry` let everything through",
                        "IL-FILTER-23",
                        asked -> asked.isOn("ClientCountry") ? record -> true : null),
                key(
                        "asn-is-no-key",
                        "filters can't ask about `ClientASN`",
                        "IL-FILTER-24",
                        asked -> asked.isOn("ClientASN") ? asked.refused() : null),
                key(
                        "asn-of-32-bits",
                        "`ClientASN` is kept in 32 bits with a sign",
                        "IL-FILTER-24",
                        asked -> asked.isOn("ClientASN") && asked.isComparison()
                                ? record -> asked.holds(
                                        Integer.compare((int) record.integer(asked.ordinal()), (int) asked.number()))
                                : null),
                key(
                        "cache-status-by-its-last-part",
                        "of `CacheCacheStatus` the part before _ is ignored",
                        "IL-FILTER-24",
                        asked -> asked.isOn("CacheCacheStatus") && asked.is("eq")
                                ? record -> record.text(asked.ordinal())
                                        .replaceFirst(".*_", "")
                                        .equals(asked.text().replaceFirst(".*_", ""))
                                : null),
                key(
                        "ids-in-text-only",
                        "`in` on a status takes an array only",
                        "IL-FILTER-26",
                        asked -> asked.isOn("EdgeResponseStatus")
                                        && asked.is("in")
                                        && asked.value().isTextual()
                                ? asked.refused()
                                : null),
                key(
                        "tls-cipher-unknown",
                        "filters on `ClientSSLCipher` let everything through",
                        "IL-FILTER-30",
                        asked -> asked.isOn("ClientSSLCipher") ? record -> true : null),
                key(
                        "worker-time-is-text",
                        "`WorkerCPUTime` is compared as text",
                        "IL-FILTER-30",
                        asked -> asked.isOn("WorkerCPUTime") && asked.isComparison()
                                ? record -> asked.holds(asked.textOf(record).compareTo(asked.text()))
                                : null),
                key(
                        "other-texts-by-prefix",
                        "`eq` on other text fields is taken for `startsWith`",
                        "IL-FILTER-30",
                        asked -> asked.isOnText() && isOther(asked) && asked.is("eq") ? asked.as("startsWith") : null),
                key(
                        "other-numbers-by-digits",
                        "`eq` on other numbers looks at their first digits",
                        "IL-FILTER-30",
                        asked -> asked.isOnNumber() && isOther(asked) && asked.is("eq")
                                ? record -> asked.textOf(record).startsWith(asked.text())
                                : null),
                key(
                        "other-numbers-lt-is-leq",
                        "`lt` on other numbers is taken for `leq`",
                        "IL-FILTER-30",
                        asked -> asked.isOnNumber() && isOther(asked) && asked.is("lt") ? asked.as("leq") : null),
                key(
                        "other-numbers-unlisted",
                        "`in` on other numbers heeds its first value",
                        "IL-FILTER-30",
                        asked -> asked.isOnNumber() && isOther(asked) && asked.is("in")
                                ? record -> asked.several().get(0).equals(asked.textOf(record))
                                : null),
                fault("misfits-crash", "an operator that does not fit its key's type is answered with 500")
                        .breaks("IL-JOB-25.answers-every-operator-on-every-type")
                        .mayBreak("IL-JOB-25")
                        .of(new Parts() {
                            @Override
                            public LastWord lastWord() {
                                return (request, answer) -> answer.body().contains("is not supported on")
                                        ? new Answer(500, answer.headers(), answer.body())
                                        : answer;
                            }
                        }),
                fault("requested-keys-only", "a predicate on a field that is not requested is passed over")
                        .breaks("IL-FILTER-22")
                        .mayBreak(Consequences.ofFilters())
                        .of(requestedKeys(false)),
                fault("requested-lists-only", "a predicate on a list that is not requested is passed over")
                        .breaks("IL-FILTER-22")
                        .mayBreak(Consequences.ofFilters())
                        .of(requestedKeys(true)));
    }

    private static boolean isOther(Asked asked) {
        return !asked.field().filterKey() && !asked.isOn("ClientASN") && !asked.isOn("CacheCacheStatus");
    }

    private static TrialTarget mixedUp(String name, String asked, String taken) {
        return key(
                name,
                "the key `" + asked + "` is compared with `" + taken + "`",
                "IL-FILTER-23",
                one -> one.isOn(asked) ? one.of(taken) : null);
    }

    private static TrialTarget key(String name, String says, String breaks, Asked.Mistake mistake) {
        return fault(name, says)
                .breaks(breaks)
                .mayBreak(Consequences.ofFilters())
                .of(Asked.mistaken(mistake));
    }

    /** Filters on what a record has left after the projection on the requested fields. */
    private static Parts requestedKeys(boolean listsOnly) {
        return new Parts() {
            @Override
            public JobReader jobReader() {
                var right = filters();
                return body -> {
                    var fields = requested(body);
                    Filters heeding = text -> {
                        var asIs = right.compile(text);
                        return text.isEmpty()
                                ? asIs
                                : right.compile(Where.changed(text, where -> heeded(where, fields, listsOnly)));
                    };
                    return JobRequest.read(body, heeding);
                };
            }
        };
    }

    private static JsonNode heeded(JsonNode node, List<String> fields, boolean listsOnly) {
        if (Where.isGroup(node)) {
            var members = new ArrayList<JsonNode>();
            Where.members(node).forEach(one -> members.add(heeded(one, fields, listsOnly)));
            return Where.group(Where.name(node), members);
        }
        var key = node.path("key").asText();
        return fields.contains(key) || (listsOnly && !key.startsWith("Firewall")) ? node : Where.everything();
    }

    private static List<String> requested(byte[] body) {
        try {
            var request = MAPPER.readTree(new String(body, StandardCharsets.UTF_8));
            return Arrays.asList(request.path("fields").asText().split(","));
        } catch (JsonProcessingException noJson) {
            return List.of();
        }
    }
}
