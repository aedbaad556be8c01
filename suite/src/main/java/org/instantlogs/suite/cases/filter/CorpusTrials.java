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
    private static final Map<List<String>, List<CutDown>> CUT_DOWN = Collections.synchronizedMap(new HashMap<>());

    private CorpusTrials() {}

    static List<Trial> of(FilterVector vector, List<String> keys) {
        var matches = new HashSet<>(vector.matches());
        var unsettled = vector.unsettled();
        Map<LogRecord, Trial> trials = new LinkedHashMap<>();
        var ordinary = new int[2];
        for (CutDown one : CUT_DOWN.computeIfAbsent(keys, CorpusTrials::cutDown)) {
            boolean matching = matches.contains(one.rayId());
            if (unsettled.contains(one.rayId()) || (one.isLong() && !(matching && matches.size() <= FEW))) {
                continue;
            }
            if (!trials.containsKey(one.record()) && !(one.isOrdinary() && ordinary[matching ? 1 : 0]++ >= ORDINARY)) {
                trials.put(one.record(), new Trial(one.record(), matching));
            }
        }
        return new ArrayList<>(trials.values());
    }

    private static List<CutDown> cutDown(List<String> keys) {
        return CORPUS.records().stream().map(one -> CutDown.of(one, keys)).toList();
    }

    /** A record of the corpus with the fields alone that a filter asks about. */
    private record CutDown(String rayId, LogRecord record, boolean isLong, boolean isOrdinary) {

        static CutDown of(CorpusRecord one, List<String> keys) {
            var object = JsonNodeFactory.instance.objectNode();
            keys.forEach(key -> one.value(key).ifPresent(value -> object.set(key, value)));
            boolean isLong =
                    object.valueStream().anyMatch(value -> value.asText().length() > LONG_CHARACTERS);
            return new CutDown(
                    one.rayId(), LogRecord.of(object), isLong, one.label().startsWith("ordinary-"));
        }
    }
}
