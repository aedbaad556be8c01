/** Tests of what the cases about credentials look for. */
@NullMarked
package org.instantlogs.suite.cases.auth;

import org.jspecify.annotations.NullMarked;
