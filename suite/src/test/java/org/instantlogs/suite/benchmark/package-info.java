/**
 * How fast a run against the bundled server is, and how its time grows. Start reading at
 * {@link org.instantlogs.suite.benchmark.Benchmark}, a program; docs/benchmark.md says how to run it. It must not know more of the
 * suite than its jar and its reports.
 */
@NullMarked
package org.instantlogs.suite.benchmark;

import org.jspecify.annotations.NullMarked;
