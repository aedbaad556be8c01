package org.instantlogs.suite.zone;

import org.instantlogs.suite.ndjson.RecordLine;

/** A record of this case that has arrived. */
public record Delivery(Sent sent, RecordLine line) {}
