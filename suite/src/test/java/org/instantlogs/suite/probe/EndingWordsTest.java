package org.instantlogs.suite.probe;

import static org.assertj.core.api.Assertions.assertThat;

import org.instantlogs.suite.probe.Connection.How;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

final class EndingWordsTest {

    @ParameterizedTest
    @EnumSource
    void anEndingIsToldInWordsAndNotByItsNameInTheCode(How how) {
        assertThat(how.words()).isNotBlank().doesNotContain("_").doesNotContain(how.name());
    }
}
