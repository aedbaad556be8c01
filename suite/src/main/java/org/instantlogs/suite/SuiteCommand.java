package org.instantlogs.suite;

final class SuiteCommand {
    private SuiteCommand() {}

    public static void main(String[] args) {}
}
