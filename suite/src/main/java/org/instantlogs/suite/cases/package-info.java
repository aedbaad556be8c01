/**
 * The list of the case classes; the cases themselves are in one package an area, in the order of the documents. Start reading
 * at {@link org.instantlogs.suite.cases.Cases}. Cases know the vocabulary of zones, the oracle and the reader of records; they
 * must not open sockets, wait, retry or know the runner.
 */
@NullMarked
package org.instantlogs.suite.cases;

import org.jspecify.annotations.NullMarked;
