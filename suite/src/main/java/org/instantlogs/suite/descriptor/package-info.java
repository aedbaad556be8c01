/**
 * How the suite is told about a target: the descriptor of the target contract, read from YAML with its overrides, or
 * refused in one line. Start reading at {@link org.instantlogs.suite.descriptor.Descriptor}. It must not know probes,
 * cases or the runner.
 */
@NullMarked
package org.instantlogs.suite.descriptor;

import org.jspecify.annotations.NullMarked;
