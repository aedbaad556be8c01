/**
 * The suite against servers whose quality is known: faults that it must find, at the rule they break, and personalities that it must let
 * pass. Start reading at {@link org.instantlogs.suite.matrix.FaultMatrixIT}.
 */
@NullMarked
package org.instantlogs.suite.matrix;

import org.jspecify.annotations.NullMarked;
