package org.instantlogs.suite.cases.auth;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class SecretTest {
    private static final String ZONE = "0123456789abcdef0123456789abcdef";

    @Test
    void isInWhatHoldsItOrHalfOfIt() {
        var secret = new Secret("s3cr3t-of-the-owner-42", List.of());

        assertThat(secret.isIn("key s3cr3t-of-the-owner-42 is wrong")).isTrue();
        assertThat(secret.isIn("key s3cr3t-of-th… is wrong")).isTrue();
        assertThat(secret.isIn("key …of-the-owner-42 is wrong")).isTrue();
        assertThat(secret.isIn("key s3cr3t-o… is wrong")).isFalse();
    }

    @Test
    void isNotBetrayedByTheTargetsOwnNames() {
        var secret = new Secret("token-0123456789abcdef", List.of(ZONE));

        assertThat(secret.isIn("no such zone: " + ZONE)).isFalse();
        assertThat(secret.isIn("token-0123456789 is unknown")).isTrue();
    }

    @Test
    void isNotBetrayedByAPieceThatIsShort() {
        assertThat(new Secret("password", List.of()).isIn("pass")).isFalse();
        assertThat(new Secret("password", List.of()).isIn("password")).isTrue();
    }

    @Test
    void isFoundBehindEscapedSlashes() {
        assertThat(new Secret("ab/cd/ef/gh", List.of()).isIn("{\"key\":\"ab\\/cd\\/ef\\/gh\"}"))
                .isTrue();
    }
}
