package org.instantlogs.suite.run;

import java.util.Optional;
import org.instantlogs.suite.check.CheckId;
import org.instantlogs.suite.check.Variant;

/** A declared check with the case that judges it. */
record PlannedCheck(CheckId id, CaseMethod judgedBy, Optional<Variant> variant) {}
