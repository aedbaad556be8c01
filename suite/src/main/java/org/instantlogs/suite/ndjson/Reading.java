package org.instantlogs.suite.ndjson;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;

/**
 * What a strict reading of one JSON text came to.
 *
 * @param value the value, as far as one could be read: absent where a defect stopped the reading; of a repeated key, the
 *     last value
 * @param defects what makes the text wrong
 * @param remarks what is allowed but worth knowing: lone surrogates
 */
public record Reading(Optional<JsonNode> value, List<Defect> defects, List<Defect> remarks) {
    public Reading {
        defects = List.copyOf(defects);
        remarks = List.copyOf(remarks);
    }
}
