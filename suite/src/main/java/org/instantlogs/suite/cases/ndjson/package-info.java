/**
 * Area NDJSON: the form of what arrives. Start reading at {@link org.instantlogs.suite.cases.ndjson.LineCases}. It must not
 * know the runner.
 */
@NullMarked
package org.instantlogs.suite.cases.ndjson;

import org.jspecify.annotations.NullMarked;
