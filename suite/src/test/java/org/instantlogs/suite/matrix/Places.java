package org.instantlogs.suite.matrix;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaCodeUnit;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.lang.StackWalker.StackFrame;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.Judgement;

/**
 * Every place in the suite's classes where a deviation gets its words, each a kind of its own: a call of {@link Judgement}, or, where
 * that is in a method that is given a text to say, the call of that method. Read from the class files, so that none is left out.
 */
final class Places {
    private static final Set<String> SAYING = Set.of("expect", "violated", "tolerated");

    private final Map<String, String> names = new HashMap<>();

    private Places(Collection<JavaMethodCall> calls) {
        var counted = new HashMap<String, Integer>();
        calls.stream()
                .sorted(Comparator.comparing((JavaMethodCall call) -> name(call.getOrigin()))
                        .thenComparing(JavaMethodCall::getLineNumber))
                .forEach(call -> {
                    var line = line(call.getOriginOwner().getName(), call.getLineNumber());
                    if (!names.containsKey(line)) {
                        var name = name(call.getOrigin());
                        int nth = counted.merge(name, 1, Integer::sum);
                        names.put(line, nth == 1 ? name : name + " (" + nth + ")");
                    }
                });
    }

    /** All there are. */
    static Places ofTheSuite() {
        JavaClasses suite = new ClassFileImporter()
                .withImportOption(new ImportOption.DoNotIncludeTests())
                .importPackages("org.instantlogs.suite");
        var calls = new HashSet<JavaMethodCall>();
        var seen = new HashSet<JavaCodeUnit>();
        var saying = new ArrayDeque<JavaCodeUnit>();
        suite.get(Judgement.class).getMethods().stream()
                .filter(method -> SAYING.contains(method.getName()))
                .forEach(saying::add);
        while (!saying.isEmpty()) {
            var said = saying.remove();
            for (JavaMethodCall call : callsOf(said, suite)) {
                var origin = call.getOrigin();
                if (origin.getOwner().isEquivalentTo(Judgement.class)) {
                    continue;
                }
                if (!isGivenText(origin)) {
                    calls.add(call);
                } else if (seen.add(origin)) {
                    saying.add(origin);
                }
            }
        }
        return new Places(calls);
    }

    /** Their names, a method's with a number from its second place on. */
    Set<String> names() {
        return new TreeSet<>(names.values());
    }

    /** The place that is on the stack; the innermost of several. */
    String current() {
        return StackWalker.getInstance()
                .walk(frames -> frames.map(Places::line)
                        .filter(names::containsKey)
                        .map(names::get)
                        .findFirst()
                        .orElseThrow(() ->
                                new IllegalStateException("a deviation was stated at a place that is not known")));
    }

    private static List<JavaMethodCall> callsOf(JavaCodeUnit said, JavaClasses suite) {
        return suite.stream()
                .map(JavaClass::getMethodCallsFromSelf)
                .flatMap(Collection::stream)
                .filter(call ->
                        call.getTarget().resolveMember().filter(said::equals).isPresent())
                .toList();
    }

    private static boolean isGivenText(JavaCodeUnit method) {
        return !method.isAnnotatedWith(Check.class)
                && method.getRawParameterTypes().stream().anyMatch(type -> type.isEquivalentTo(String.class));
    }

    private static String name(JavaCodeUnit method) {
        return method.getOwner().getSimpleName() + "." + method.getName();
    }

    private static String line(StackFrame frame) {
        return line(frame.getClassName(), frame.getLineNumber());
    }

    private static String line(String className, int number) {
        return className + ":" + number;
    }
}
