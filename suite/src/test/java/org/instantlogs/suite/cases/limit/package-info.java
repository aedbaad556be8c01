/**
 * Tests of what the LIMIT cases judge by. Start reading at {@link org.instantlogs.suite.cases.limit.SessionTableTest}. It must
 * not know any target.
 */
@NullMarked
package org.instantlogs.suite.cases.limit;

import org.jspecify.annotations.NullMarked;
