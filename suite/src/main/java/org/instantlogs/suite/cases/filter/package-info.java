/**
 * Area FILTER: which records a filter lets through. Start reading at {@link org.instantlogs.suite.cases.filter.Passage}, by
 * which most cases judge, and {@link org.instantlogs.suite.cases.filter.OperatorCases}. It must not know the runner.
 */
@NullMarked
package org.instantlogs.suite.cases.filter;

import org.jspecify.annotations.NullMarked;
