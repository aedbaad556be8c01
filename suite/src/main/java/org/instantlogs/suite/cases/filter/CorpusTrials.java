package org.instantlogs.suite.cases.filter;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.instantlogs.fixtures.Corpus;
import org.instantlogs.fixtures.CorpusRecord;
import org.instantlogs.fixtures.FilterVector;
import org.instantlogs.suite.oracle.LogRecord;

/**
 * The records of the corpus that tell right from wrong about a vector, cut down to the fields that its filter asks about: each
 * combination of values once. Left out are records whose passing rests on another rule than the vector's.
 */
final class CorpusTrials {
    private static final Corpus CORPUS = Corpus.load();

    /** Designed records are all kept; of ordinary traffic, which repeats itself, a few on either side. */
    private static final int ORDINARY = 6;

    private static final int LONG_CHARACTERS = 2_000;
    /** Where so few match, they are what the vector is about, however long they are. */
    private static final int FEW = 10;

    /** The whole corpus, by the fields it is cut down to: many vectors ask about the same ones. */
    private static final Map<List<String>, List<LogRecord>> CUT_DOWN = Collections.synchronizedMap(new HashMap<>());

    private CorpusTrials() {}

    static List<Trial> of(FilterVector vector, List<String> keys) {
        var matches = new HashSet<>(vector.matches());
        Map<LogRecord, Trial> trials = new LinkedHashMap<>();
        var ordinary = new int[2];
        var records = CUT_DOWN.computeIfAbsent(keys, CorpusTrials::cutDown).iterator();
        for (CorpusRecord one : CORPUS.records()) {
            var record = records.next();
            boolean matching = matches.contains(one.rayId());
            if (!vector.settles(one.rayId()) || (isLong(one, keys) && !(matching && matches.size() <= FEW))) {
                continue;
            }
            boolean isOrdinary = one.label().startsWith("ordinary-");
            if (!trials.containsKey(record) && !(isOrdinary && ordinary[matching ? 1 : 0]++ >= ORDINARY)) {
                trials.put(record, new Trial(record, matching));
            }
        }
        return new ArrayList<>(trials.values());
    }

    private static boolean isLong(CorpusRecord one, List<String> keys) {
        return keys.stream()
                .flatMap(key -> one.value(key).stream())
                .anyMatch(value -> value.asText().length() > LONG_CHARACTERS);
    }

    private static List<LogRecord> cutDown(List<String> keys) {
        return CORPUS.records().stream().map(one -> cutDown(one, keys)).toList();
    }

    private static LogRecord cutDown(CorpusRecord one, List<String> keys) {
        var object = JsonNodeFactory.instance.objectNode();
        keys.forEach(key -> one.value(key).ifPresent(value -> object.set(key, value)));
        return LogRecord.of(object);
    }
}
