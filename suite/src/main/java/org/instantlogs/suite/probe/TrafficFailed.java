package org.instantlogs.suite.probe;

/** The target's own traffic, clock or reset door did not do what the target contract says. One redacted line. */
public final class TrafficFailed extends RuntimeException {

    TrafficFailed(String message) {
        super(message);
    }
}
