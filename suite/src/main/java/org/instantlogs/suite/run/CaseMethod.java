package org.instantlogs.suite.run;

import java.lang.annotation.Annotation;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.instantlogs.fixtures.Edition;
import org.instantlogs.suite.check.Alone;
import org.instantlogs.suite.check.Chance;
import org.instantlogs.suite.check.Check;
import org.instantlogs.suite.check.CheckId;
import org.instantlogs.suite.check.Judgement;
import org.instantlogs.suite.check.Lasting;
import org.instantlogs.suite.check.Need;
import org.instantlogs.suite.check.Needs;
import org.instantlogs.suite.check.Variant;
import org.instantlogs.suite.check.Variants;
import org.instantlogs.suite.zone.Zone;

/** A method of a case class, read once: what it declares, what it needs, how it is called. */
final class CaseMethod {
    private final Method method;
    private final Check check;

    private CaseMethod(Method method, Check check) {
        this.method = method;
        this.check = check;
    }

    /** The cases of a class, in no order. */
    static List<CaseMethod> of(Class<?> caseClass) {
        var cases = new ArrayList<CaseMethod>();
        for (Method method : caseClass.getDeclaredMethods()) {
            var check = method.getAnnotation(Check.class);
            if (check != null) {
                method.setAccessible(true);
                cases.add(new CaseMethod(method, check));
            }
        }
        return cases;
    }

    /** The checks that it judges under an edition, in the order of its variants. */
    List<PlannedCheck> declare(Edition edition) {
        var source = method.getAnnotation(Variants.class);
        if (source == null) {
            return List.of(new PlannedCheck(CheckId.of(check.value(), Map.of()), this, Optional.empty()));
        }
        return variants(source.value(), edition).stream()
                .map(variant -> new PlannedCheck(CheckId.of(check.value(), variant.axes()), this, Optional.of(variant)))
                .toList();
    }

    Set<Need> needs() {
        var needs = new TreeSet<Need>();
        for (Needs declared :
                new Needs[] {method.getDeclaringClass().getAnnotation(Needs.class), method.getAnnotation(Needs.class)
                }) {
            if (declared != null) {
                needs.addAll(Arrays.asList(declared.value()));
            }
        }
        if (zoneCount() > 1) {
            needs.add(Need.TWO_ZONES);
        }
        return needs;
    }

    /** How many zones it wants leased, 1 or 2. */
    int zoneCount() {
        return (int) Math.max(
                1,
                Arrays.stream(method.getParameterTypes())
                        .filter(Zone.class::equals)
                        .count());
    }

    boolean runsAlone() {
        return has(Alone.class);
    }

    boolean lasts() {
        return has(Lasting.class);
    }

    private boolean has(Class<? extends Annotation> mark) {
        return method.isAnnotationPresent(mark) || method.getDeclaringClass().isAnnotationPresent(mark);
    }

    /** Whether a step of the clock is among what it may do. */
    boolean movesTime() {
        var needs = needs();
        return needs.contains(Need.CLOCK)
                || needs.contains(Need.SESSION_TIME)
                || needs.contains(Need.IDLE_TIME)
                || needs.contains(Need.RECOVERY_TIME)
                || needs.contains(Need.DATA_RATE);
    }

    void call(List<Zone> zones, Judgement judgement, Chance chance, Optional<Variant> variant) throws Throwable {
        var constructor = method.getDeclaringClass().getDeclaredConstructor();
        constructor.setAccessible(true);
        var arguments = new ArrayList<Object>();
        var free = new ArrayList<>(zones);
        for (Class<?> type : method.getParameterTypes()) {
            if (type == Zone.class) {
                arguments.add(free.remove(0));
            } else if (type == Judgement.class) {
                arguments.add(judgement);
            } else if (type == Chance.class) {
                arguments.add(chance);
            } else {
                arguments.add(variant.filter(type::isInstance)
                        .orElseThrow(() ->
                                new IllegalStateException(method + " has a parameter of no known kind: " + type)));
            }
        }
        try {
            method.invoke(constructor.newInstance(), arguments.toArray());
        } catch (InvocationTargetException e) {
            throw e.getCause() == null ? e : e.getCause();
        }
    }

    private List<Variant> variants(String name, Edition edition) {
        try {
            return cast(variantSource(name), edition);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(
                    method + " names `" + name + "` as its variants, and that can't be called", e);
        }
    }

    private Method variantSource(String name) throws NoSuchMethodException {
        return Arrays.stream(method.getDeclaringClass().getDeclaredMethods())
                .filter(candidate -> candidate.getName().equals(name))
                .findFirst()
                .orElseThrow(() -> new NoSuchMethodException(name));
    }

    private List<Variant> cast(Method source, Edition edition) throws ReflectiveOperationException {
        source.setAccessible(true);
        var result = source.getParameterCount() == 0 ? source.invoke(null) : source.invoke(null, edition);
        var variants = new ArrayList<Variant>();
        for (Object variant : (List<?>) result) {
            variants.add((Variant) variant);
        }
        if (variants.isEmpty()) {
            throw new IllegalStateException(method + " has no variant");
        }
        return variants;
    }

    @Override
    public String toString() {
        return method.getDeclaringClass().getSimpleName() + "." + method.getName();
    }
}
