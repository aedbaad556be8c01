package org.instantlogs.suite;

import org.jspecify.annotations.Nullable;
import picocli.CommandLine.IDefaultValueProvider;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.OptionSpec;

/** Options have the names of Maven properties: an option that is not given takes the system property of its name. */
final class SystemPropertyDefaults implements IDefaultValueProvider {
    SystemPropertyDefaults() {}

    @Override
    public @Nullable String defaultValue(ArgSpec argument) {
        if (!(argument instanceof OptionSpec option) || option.usageHelp() || option.versionHelp()) {
            return argument.defaultValue();
        }
        var value = System.getProperty(option.longestName().replaceFirst("^-+", ""));
        if (value == null) {
            return argument.defaultValue();
        }
        // -Dlong, without a value, means what --long means
        return value.isEmpty() && option.arity().max() == 0 ? "true" : value;
    }
}
