package org.instantlogs.suite.run;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
import org.instantlogs.reports.CheckResult;
import org.instantlogs.reports.Exchange;

/** What a run told its listener, in order. */
final class RunLog implements RunListener {
    private final List<Event> events = new ArrayList<>();

    /** An event: {@code declared}, {@code started} or {@code judged}. */
    record Event(String kind, String check) {}

    @Override
    public synchronized void declared(String checkId) {
        events.add(new Event("declared", checkId));
    }

    @Override
    public synchronized void started(String checkId) {
        events.add(new Event("started", checkId));
    }

    @Override
    public synchronized CheckResult judged(CheckResult result, Supplier<Exchange> exchange) {
        events.add(new Event("judged", result.id()));
        return result;
    }

    synchronized List<String> of(String kind) {
        return events.stream()
                .filter(event -> event.kind().equals(kind))
                .map(Event::check)
                .toList();
    }

    synchronized List<Event> events() {
        return List.copyOf(events);
    }
}
