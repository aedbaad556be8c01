/**
 * Area STREAM: connecting to a job's address, and what arrives. Start reading at
 * {@link org.instantlogs.suite.cases.stream.ConnectCases}. It must not know the runner.
 */
@NullMarked
package org.instantlogs.suite.cases.stream;

import org.jspecify.annotations.NullMarked;
