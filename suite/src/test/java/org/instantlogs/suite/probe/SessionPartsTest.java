package org.instantlogs.suite.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionPartsTest {
    private static final String ZEROS = "0".repeat(40);

    @ParameterizedTest
    @CsvSource({
        "wss://h/ws/949f9eb846f06d8f?context=0000000000000000000000000000000000000000,"
                + "wss://h/ws/a16b0c3d5e7f8091?context=0000000000000000000000000000000000000000,"
                + "wss://h/ws/X?context=0000000000000000000000000000000000000000",
        "wss://h/ws/1700000001-949f9eb846f0?t=1, wss://h/ws/1700000002-a16b0c3d5e7f?t=2, wss://h/ws/X?t=X",
        "wss://h/ws/session.949f9eb846f0.ndjson, wss://h/ws/session.a16b0c3d5e7f.ndjson, wss://h/ws/session.X.ndjson",
        "wss://h/ws/abcdef, wss://h/ws/abcxyz, wss://h/ws/X",
        "wss://h/ws/949f, wss://h/ws/949f, wss://h/ws/X",
        "wss://h/ws/949f9eb846f06d8f8b7c/more, wss://h/a16b0c3d5e7f8091, wss://h/ws/X/more"
    })
    void areThoseInWhichOtherJobsDiffer(URI address, URI other, URI changed) {
        assertThat(SessionParts.of(address, List.of(other)).with(part -> "X")).isEqualTo(changed);
    }

    @Test
    void areAllThatLookLikeASecretWhereNoOtherJobIsKnown() {
        var address = URI.create("wss://h/ws/949f9eb846f06d8f8b7c91b186a349d2?context=" + ZEROS);

        assertThat(SessionParts.of(address, List.of(address)).with(part -> "X"))
                .isEqualTo(URI.create("wss://h/ws/X?context=X"));
    }

    @Test
    void changeAnAddressThatHasNoPart() {
        assertThat(SessionParts.of(URI.create("wss://h/"), List.of()).with(part -> "X"))
                .isEqualTo(URI.create("wss://h/X"));
    }

    @Test
    void leaveNoBrokenEscape() {
        var address = URI.create("wss://h/949f9eb846f06d8f%2F");

        assertThat(SessionParts.of(address, List.of()).with(part -> part.substring(0, part.length() - 1)))
                .isEqualTo(URI.create("wss://h/949f9eb846f06d8f"));
    }

    @Test
    void haveAColumnForEachPlaceInWhichTheAddressesDiffer() {
        var addresses = List.of(URI.create("wss://h/ws/a1?n=1&v=2"), URI.create("wss://h/ws/b2?n=2&v=2"));

        assertThat(SessionParts.columns(addresses)).containsExactly(List.of("a1", "b2"), List.of("1", "2"));
    }

    @Test
    void haveOneColumnWhereTheAddressesDifferInNothingOrInForm() {
        assertThat(SessionParts.columns(List.of(URI.create("wss://h/ab"), URI.create("wss://h/ab"))))
                .containsExactly(List.of("ab", "ab"));
        assertThat(SessionParts.columns(List.of(URI.create("wss://h/ab"), URI.create("wss://h/abc/d"))))
                .containsExactly(List.of("ab", "abc"));
    }
}
