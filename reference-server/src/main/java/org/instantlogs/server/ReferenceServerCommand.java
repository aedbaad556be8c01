package org.instantlogs.server;

final class ReferenceServerCommand {
    private ReferenceServerCommand() {}

    public static void main(String[] args) {}
}
