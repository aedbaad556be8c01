package org.instantlogs.server;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Instant;
import java.util.Random;
import org.junit.jupiter.api.Test;

class ArchitectureTest {
    private static final JavaClasses SERVER = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("org.instantlogs.server");

    @Test
    void thereIsSomethingToLookAt() {
        assertThat(SERVER).hasSizeGreaterThan(50);
        assertThat(SERVER.contain("org.instantlogs.server.session.Sessions")).isTrue();
    }

    @Test
    void theServerKnowsTheFixturesAndNothingElseOfTheProject() {
        check(classes()
                .should()
                .onlyDependOnClassesThat(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage(
                                "org.instantlogs..")
                        .or(com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage(
                                "org.instantlogs.server..", "org.instantlogs.fixtures.."))));
    }

    @Test
    void packagesKnowEachOtherOneWayOnly() {
        check(slices().matching("org.instantlogs.server.(*)..").should().beFreeOfCycles());
    }

    @Test
    void theEngineKnowsNoTransport() {
        check(noClasses()
                .that()
                .resideInAnyPackage("..record..", "..filter..", "..sample..", "..time..", "..session..")
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage("io.vertx..", "io.netty..", "..front..", "..edge..", "..control..", "..http.."));
    }

    @Test
    void timeAndChanceComeFromTheClockAndTheSeed() {
        check(noClasses()
                .that()
                .resideOutsideOfPackage("..time..")
                .should()
                .callMethod(Instant.class, "now")
                .orShould()
                .callMethod(System.class, "currentTimeMillis")
                .orShould()
                .callMethod(Thread.class, "sleep", long.class)
                .orShould()
                .callConstructor(Random.class));
    }

    private static void check(ArchRule rule) {
        rule.check(SERVER);
    }
}
