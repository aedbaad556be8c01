/**
 * The suite's command line. Start reading at {@link org.instantlogs.suite.SuiteCommand}. It puts the other packages together
 * and is known by none of them.
 */
@NullMarked
package org.instantlogs.suite;

import org.jspecify.annotations.NullMarked;
