package org.instantlogs.suite;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaMethod;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.net.Socket;
import java.time.Clock;
import java.time.Instant;
import java.util.Random;
import java.util.TreeSet;
import org.instantlogs.suite.cases.Cases;
import org.instantlogs.suite.check.Check;
import org.junit.jupiter.api.Test;

/** Who may know whom: docs of the architecture, held against the class files. */
class ArchitectureTest {
    private static final JavaClasses SUITE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.instantlogs.suite");

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(SUITE.size()).isGreaterThan(100);
        assertThat(SUITE.stream()
                        .filter(one -> one.getPackageName().contains(".cases."))
                        .count())
                .isGreaterThan(10);
    }

    @Test
    void theSuiteNeverKnowsTheServersClasses() {
        noClasses()
                .should()
                .dependOnClassesThat()
                .resideInAPackage("org.instantlogs.server..")
                .check(SUITE);
    }

    @Test
    void casesNeverOpenSocketsParseJsonOrTouchThreads() {
        noClasses()
                .that()
                .resideInAPackage("..cases..")
                .should()
                .dependOnClassesThat()
                .belongToAnyOf(Socket.class, Thread.class, ObjectMapper.class)
                .orShould()
                .dependOnClassesThat()
                .resideInAnyPackage(
                        "java.net.http..", "java.util.concurrent..", "jakarta.websocket..", "io.restassured..")
                .check(SUITE);
    }

    @Test
    void casesNeverKnowTheRunner() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "..cases..", "..zone..", "..check..", "..probe..", "..oracle..", "..ndjson..", "..statistics..")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("..suite.run..")
                .check(SUITE);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("org.instantlogs.suite.(**)")
                .should()
                .beFreeOfCycles()
                .check(SUITE);
    }

    @Test
    void timeAndChanceComeFromOutside() {
        noClasses()
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callConstructor(Random.class)
                .check(SUITE);
        noClasses()
                .that()
                .resideOutsideOfPackage("..probe..")
                .should()
                .callMethod(Thread.class, "sleep", long.class)
                .check(SUITE);
        classes()
                .that()
                .resideInAPackage("..cases..")
                .should()
                .onlyAccessClassesThat()
                .areNotAssignableTo(Clock.class)
                .check(SUITE);
    }

    @Test
    void everyClassWithChecksIsListed() {
        var declaring = new TreeSet<String>();
        SUITE.stream()
                .flatMap(one -> one.getMethods().stream())
                .filter(method -> method.isAnnotatedWith(Check.class))
                .map(JavaMethod::getOwner)
                .forEach(owner -> declaring.add(owner.getName()));

        var listed = new TreeSet<String>();
        Cases.all().forEach(one -> listed.add(one.getName()));
        assertThat(listed).isEqualTo(declaring);
    }
}
