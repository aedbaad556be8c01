/**
 * Tests of what the SAMPLE cases judge by. Start reading at {@link org.instantlogs.suite.cases.sample.DataRateCasesTest}. It
 * must not know any target.
 */
@NullMarked
package org.instantlogs.suite.cases.sample;

import org.jspecify.annotations.NullMarked;
