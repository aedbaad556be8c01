package org.instantlogs.suite.cases.filter;

import java.util.Map;
import org.instantlogs.fixtures.FilterVector;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.oracle.FilterReader;
import org.instantlogs.suite.zone.Zone;

/** A filter vector of the fixtures, tried on those records of the corpus that tell right from wrong. */
record VectorVariant(FilterVector vector) implements Variant {

    @Override
    public Map<String, String> axes() {
        return Map.of("vector", vector.id());
    }

    /** Whether it has a group that later documents only have. */
    boolean isByOr() {
        return vector.filter().contains("\"or\"");
    }

    /** Demands what the vector says, of the filter as it stands there. */
    void judge(Zone zone) {
        passage(zone).through(vector.filter());
    }

    /** Likewise, numbers and lists being given in whichever form the target takes. */
    void judgeInAnyForm(Zone zone) {
        passage(zone).throughAnyOf(ValueForms.of(vector.filter()));
    }

    /** Notes what the target makes of the filter. */
    void observe(Zone zone, Judgement judgement) {
        judgement.observed(passage(zone).observed(vector.filter()));
    }

    private Passage passage(Zone zone) {
        var keys = Keys.of(FilterReader.read(vector.filter()));
        return Passage.ofRecords(zone, "RayID," + String.join(",", keys), CorpusTrials.of(vector, keys));
    }
}
