/**
 * The tests behind every statistical verdict, each of which states how often it is wrong and what it can detect, and the
 * seeded chance they draw on. Start reading at {@link org.instantlogs.suite.statistics.BinomialTest}. It must not know
 * records, filters, probes or cases.
 */
@NullMarked
package org.instantlogs.suite.statistics;

import org.jspecify.annotations.NullMarked;
