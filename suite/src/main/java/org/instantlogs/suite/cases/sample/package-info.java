/**
 * Area SAMPLE: which of the matching records are delivered, and what {@code sampleInterval} says of the rest. Start reading at
 * {@link org.instantlogs.suite.cases.sample.SampleCases}. It must not know the runner.
 */
@NullMarked
package org.instantlogs.suite.cases.sample;

import org.jspecify.annotations.NullMarked;
