/**
 * Tests of the model and of each rendering. Start reading at {@code Samples}, which makes the reports that they render. They
 * must not know the suite.
 */
@NullMarked
package org.instantlogs.reports;

import org.jspecify.annotations.NullMarked;
