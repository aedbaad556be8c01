/**
 * The suite's own reading of the documents: which records a filter lets through, and what a record without a value
 * counts as. Start reading at {@link org.instantlogs.suite.oracle.Filter}. It must not know probes, cases, the runner or
 * any target.
 */
@NullMarked
package org.instantlogs.suite.oracle;

import org.jspecify.annotations.NullMarked;
