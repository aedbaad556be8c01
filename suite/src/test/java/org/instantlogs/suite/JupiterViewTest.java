package org.instantlogs.suite;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.platform.engine.discovery.DiscoverySelectors.selectClass;

import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.platform.engine.TestExecutionResult;
import org.junit.platform.engine.TestExecutionResult.Status;
import org.junit.platform.launcher.TestExecutionListener;
import org.junit.platform.launcher.TestIdentifier;
import org.junit.platform.launcher.core.LauncherDiscoveryRequestBuilder;
import org.junit.platform.launcher.core.LauncherFactory;

class JupiterViewTest {
    private final FakeTarget fake = new FakeTarget();
    private final Map<String, TestExecutionResult> ended = new TreeMap<>();

    @BeforeEach
    void aTargetIsNamed() {
        properties().forEach(System::setProperty);
    }

    @AfterEach
    void noTargetIsNamedAnyMore() {
        properties().keySet().forEach(System::clearProperty);
        fake.close();
    }

    @Test
    void aCaseThatIsClickedEndsAsTheRunnerJudgesIt() {
        click();

        assertThat(ended.keySet())
                .containsExactly(
                        "IL-JOB-01.lists", "IL-JOB-02.is-violated", "IL-JOB-03.is-given-up", "IL-JOB-04.is-a-fault");
        assertThat(ending("IL-JOB-01.lists").getStatus()).isEqualTo(Status.SUCCESSFUL);
        assertThat(ending("IL-JOB-02.is-violated").getStatus()).isEqualTo(Status.FAILED);
        assertThat(message("IL-JOB-02.is-violated")).startsWith("IL-JOB-02.is-violated fail: what is wrong");
        assertThat(ending("IL-JOB-03.is-given-up").getStatus()).isEqualTo(Status.ABORTED);
        assertThat(message("IL-JOB-03.is-given-up")).contains("nothing was to be had");
        assertThat(ending("IL-JOB-04.is-a-fault").getStatus()).isEqualTo(Status.FAILED);
        assertThat(message("IL-JOB-04.is-a-fault")).contains("a fault of the case");
    }

    @Test
    void theSameCaseFailsAgainstATargetThatIsWrong() {
        fake.answering("GET", "/jobs", 500, "trouble");
        click();

        assertThat(ending("IL-JOB-01.lists").getStatus()).isEqualTo(Status.FAILED);
        assertThat(message("IL-JOB-01.lists")).contains("500");
    }

    private Map<String, String> properties() {
        return Map.of(
                "target.api",
                fake.base() + "/client/v4",
                "target.zone",
                FakeTarget.zone(0),
                "target.auth.token",
                "token-abcdef",
                "target.reset",
                fake.base() + "/reset");
    }

    private void click() {
        var request = LauncherDiscoveryRequestBuilder.request()
                .selectors(selectClass(ClickedCases.class))
                .build();
        LauncherFactory.create().execute(request, new TestExecutionListener() {
            @Override
            public void executionFinished(TestIdentifier test, TestExecutionResult result) {
                if (test.isTest()) {
                    ended.put(test.getDisplayName(), result);
                }
            }
        });
    }

    private TestExecutionResult ending(String check) {
        return Optional.ofNullable(ended.get(check)).orElseThrow(() -> new AssertionError(check + " never ended"));
    }

    private String message(String check) {
        return String.valueOf(ending(check).getThrowable().orElseThrow().getMessage());
    }
}
