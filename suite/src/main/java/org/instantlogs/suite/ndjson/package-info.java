/**
 * A strict reading of what arrives on a stream: a message's bytes, its lines, their records, and what is wrong with any
 * of them. Start reading at {@link org.instantlogs.suite.ndjson.MessageReader}. It must not know the oracle, probes,
 * cases or the runner.
 */
@NullMarked
package org.instantlogs.suite.ndjson;

import org.jspecify.annotations.NullMarked;
