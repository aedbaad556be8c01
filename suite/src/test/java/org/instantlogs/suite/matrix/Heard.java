package org.instantlogs.suite.matrix;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.suite.check.Judgement.Finding;

/** What the suite said of one trial target, and where. */
final class Heard {
    private static final String AT = " at ";

    private final Map<String, List<Finding>> findings = new HashMap<>();
    private final Map<String, Set<String>> details = new HashMap<>();

    /** Tries the target by these checks, all where there are none. */
    static Heard of(TrialTarget trial, List<String> checks, Places places) throws InterruptedException {
        var heard = new Heard();
        TrialRun.judge(trial, checks, new TrialRun.Silence() {
                    @Override
                    public void found(String check, Finding finding) {
                        heard.add(check, places.current(), finding);
                    }
                })
                .forEach(check -> {
                    var masked = new LinkedHashSet<String>();
                    check.details().forEach(detail -> masked.add(Masked.detail(detail)));
                    heard.details.put(check.id(), masked);
                });
        return heard;
    }

    /** The same wording if it was heard, else another of its place. */
    Wording again(Wording pinned) {
        var found = findings.getOrDefault(key(pinned.check(), pinned.place()), List.of()).stream()
                .map(finding -> List.of(
                        "expected  " + Masked.expected(finding.expected()),
                        "actual    " + Masked.actual(finding.actual())))
                .toList();
        if (found.isEmpty()) {
            return pinned.with(List.of("nothing was said there"));
        }
        var lines = new ArrayList<>(first(found, pinned).orElse(found.get(0)));
        var said = details.getOrDefault(pinned.check(), Set.of());
        var before = pinned.lines().stream().skip(2).toList();
        lines.addAll(!before.isEmpty() && said.containsAll(before) ? before : said);
        return pinned.with(lines);
    }

    /** An example of each place that was come by. */
    List<Wording> examples(String fault) {
        var examples = new TreeMap<String, Wording>();
        findings.keySet().stream().sorted().forEach(key -> {
            int at = key.indexOf(AT);
            var place = key.substring(at + AT.length());
            examples.computeIfAbsent(
                    place, unseen -> again(new Wording(place, fault, key.substring(0, at), List.of())));
        });
        return List.copyOf(examples.values());
    }

    /** What a case says can depend on how far the target came until it was asked: what is pinned must be among it. */
    private static Optional<List<String>> first(List<List<String>> found, Wording pinned) {
        return found.stream()
                .filter(lines -> pinned.lines().size() > 1
                        && pinned.lines().subList(0, 2).equals(lines))
                .findFirst();
    }

    private synchronized void add(String check, String place, Finding finding) {
        findings.computeIfAbsent(key(check, place), unseen -> new ArrayList<>()).add(finding);
    }

    private static String key(String check, String place) {
        return check + AT + place;
    }
}
