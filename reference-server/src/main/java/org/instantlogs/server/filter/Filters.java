package org.instantlogs.server.filter;

/** Makes a filter's text into a filter. Safe for all threads. */
@FunctionalInterface
public interface Filters {

    /**
     * The filter that the text stands for; the empty text lets everything through.
     *
     * @throws FilterRefused if the text is no filter, or could never be right
     */
    RecordFilter compile(String filterText) throws FilterRefused;
}
