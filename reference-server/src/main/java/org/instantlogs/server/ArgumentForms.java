package org.instantlogs.server;

import java.time.DateTimeException;
import java.time.Duration;
import java.util.stream.Stream;
import org.instantlogs.server.session.Account;
import org.instantlogs.server.session.ConnectLimit;
import picocli.CommandLine;

/** How values of the command line are written. What is written otherwise is refused with an example of what is right. */
final class ArgumentForms {
    private ArgumentForms() {}

    /** Teaches the command line these forms. */
    static CommandLine register(CommandLine commandLine) {
        return commandLine
                .setCaseInsensitiveEnumValuesAllowed(true)
                .registerConverter(ConnectLimit.class, ArgumentForms::connectLimit)
                .registerConverter(Account.class, ArgumentForms::account)
                .registerConverter(Duration.class, ArgumentForms::duration);
    }

    private static ConnectLimit connectLimit(String text) {
        var parts = text.split("/", -1);
        if (parts.length != 2 || !parts[0].matches("[0-9]{1,9}")) {
            throw new CommandLine.TypeConversionException("give a count and a period such as 30/PT1M");
        }
        try {
            return new ConnectLimit(Integer.parseInt(parts[0]), duration(parts[1]));
        } catch (IllegalArgumentException e) {
            throw new CommandLine.TypeConversionException(String.valueOf(e.getMessage()));
        }
    }

    private static Duration duration(String text) {
        try {
            return Duration.parse(text);
        } catch (DateTimeException e) {
            throw new CommandLine.TypeConversionException("give an ISO 8601 duration such as PT5M");
        }
    }

    /** Says nothing of what was given: it holds secrets. */
    static Account account(String text) {
        var parts = text.split(":", -1);
        if (parts.length != 3 || Stream.of(parts).anyMatch(String::isBlank)) {
            throw new CommandLine.TypeConversionException("an account has to be EMAIL:KEY:TOKEN, none of them empty");
        }
        return new Account(parts[0], parts[0], parts[1], parts[2]);
    }
}
