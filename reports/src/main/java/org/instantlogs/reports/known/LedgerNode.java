package org.instantlogs.reports.known;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.instantlogs.reports.Known;

/** A mapping within a list of known deviations; each refusal names the member, its value and what it has to be. */
record LedgerNode(JsonNode node, String where) {

    String path(String member) {
        return where.isEmpty() ? member : where + "." + member;
    }

    void refuseOtherThan(String... names) {
        var known = Set.of(names);
        node.fieldNames().forEachRemaining(name -> {
            if (!known.contains(name)) {
                throw new IllegalArgumentException(
                        "`" + path(name) + "` is no member of it; there are " + String.join(", ", names));
            }
        });
    }

    void version(String member, int version) {
        var value = node.path(member);
        if (!value.isInt() || value.intValue() != version) {
            throw new IllegalArgumentException(
                    "`" + path(member) + "` is " + shown(value) + "; this suite reads version " + version);
        }
    }

    List<LedgerNode> objects(String member) {
        var value = node.path(member);
        if (!value.isArray()) {
            throw new IllegalArgumentException("`" + path(member) + "` is " + shown(value)
                    + "; it is a list of entries, and where there is none `[]`");
        }
        var objects = new ArrayList<LedgerNode>();
        for (var element : value) {
            var name = path(member) + "[" + objects.size() + "]";
            if (!element.isObject()) {
                throw new IllegalArgumentException("`" + name + "` is " + shown(element) + "; an entry has `check`, "
                        + "`reason` and `fingerprints`");
            }
            objects.add(new LedgerNode(element, name));
        }
        return objects;
    }

    LedgerEntry entry() {
        refuseOtherThan("check", "reason", "link", "expires", "fingerprints");
        var check = text("check", "a check id, or a glob of check ids");
        var reason = text("reason", "a text that says why this is known");
        return new LedgerEntry(new Known.Entry(check, reason, link(), expires()), fingerprints());
    }

    private Optional<String> link() {
        if (node.path("link").isMissingNode()) {
            return Optional.empty();
        }
        var link = text("link", "an http(s) address");
        try {
            var scheme = String.valueOf(new URI(link).getScheme());
            if (scheme.equals("http") || scheme.equals("https")) {
                return Optional.of(link);
            }
        } catch (URISyntaxException e) {
            throw new IllegalArgumentException(wrong("link", "an http(s) address"), e);
        }
        throw new IllegalArgumentException(wrong("link", "an http(s) address"));
    }

    private Optional<String> expires() {
        if (node.path("expires").isMissingNode()) {
            return Optional.empty();
        }
        var day = text("expires", "a date such as `2027-01-31`");
        try {
            return Optional.of(LocalDate.parse(day).toString());
        } catch (DateTimeParseException e) {
            throw new IllegalArgumentException(wrong("expires", "a date such as `2027-01-31`"), e);
        }
    }

    private List<String> fingerprints() {
        var value = node.path("fingerprints");
        var all = new ArrayList<String>();
        for (var element : value) {
            if (element.isTextual()) {
                all.add(element.textValue());
            }
        }
        if (!value.isArray() || all.isEmpty() || all.size() != value.size()) {
            throw new IllegalArgumentException(wrong(
                    "fingerprints",
                    "a list of at least one such as `v1-0123456789abcdef`; report.json has it with each violated check,"
                            + " and `known update` fills it in"));
        }
        return all;
    }

    private String text(String member, String right) {
        var value = node.path(member);
        if (!value.isTextual() || value.textValue().isBlank()) {
            throw new IllegalArgumentException(wrong(member, right));
        }
        return value.textValue();
    }

    private String wrong(String member, String right) {
        return "`" + path(member) + "` is " + shown(node.path(member)) + "; give " + right;
    }

    private static String shown(JsonNode value) {
        if (value.isMissingNode() || value.isNull()) {
            return "missing";
        }
        if (value.isContainerNode()) {
            return "`" + value + "`";
        }
        return value.asText().isBlank() ? "blank" : "`" + value.asText() + "`";
    }
}
