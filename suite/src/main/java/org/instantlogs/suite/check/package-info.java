/**
 * What a case is made of: its declaration ({@link org.instantlogs.suite.check.Check}, with its needs and variants) and its
 * {@link org.instantlogs.suite.check.Judgement}. Start reading at {@code Check}. It must not know probes, zones or the runner.
 */
@NullMarked
package org.instantlogs.suite.check;

import org.jspecify.annotations.NullMarked;
