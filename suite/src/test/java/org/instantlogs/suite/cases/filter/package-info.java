/**
 * Tests of what the FILTER cases share. Start reading at {@link org.instantlogs.suite.cases.filter.VectorsTest}. It must not
 * know any target.
 */
@NullMarked
package org.instantlogs.suite.cases.filter;

import org.jspecify.annotations.NullMarked;
