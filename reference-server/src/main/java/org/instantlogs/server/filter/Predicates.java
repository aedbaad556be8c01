package org.instantlogs.server.filter;

import com.fasterxml.jackson.databind.JsonNode;

/** Makes one predicate into a filter. Safe for all threads. */
@FunctionalInterface
public interface Predicates {

    /** Compares by the type of the key; what makes no sense is refused. */
    Predicates BY_TYPE = PredicateCompiler::compile;

    /**
     * The filter that lets through what the predicate holds of.
     *
     * @param key none of the three is missing or a JSON null
     * @throws FilterRefused if the predicate could never be right
     */
    RecordFilter compile(JsonNode key, JsonNode operator, JsonNode value) throws FilterRefused;
}
