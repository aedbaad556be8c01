package org.instantlogs.suite.probe;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SessionPartTest {

    @ParameterizedTest
    @CsvSource({
        "wss://h/instant-logs/ws/sessions/949f9eb846f06d8f8b7c91b186a349d2, 949f9eb846f06d8f8b7c91b186a349d2",
        "wss://h:1/ws/sessions/949f9eb846f06d8f8b7c91b186a349d2/, 949f9eb846f06d8f8b7c91b186a349d2",
        "wss://h/ws/949f9eb846f06d8f8b7c91b186a349d2/a-stream-of-records.ndjson, 949f9eb846f06d8f8b7c91b186a349d2",
        "wss://h/a-rather-long-name-for-a-path?session=949f9eb846f06d8f8b7c&v=2, 949f9eb846f06d8f8b7c",
        "wss://949f9eb846f06d8f8b7c91b186a349d2.example?s=abcdefghijklmnopqrst, abcdefghijklmnopqrst",
        "wss://h/v2/sessions/AbCdEfGhIjKlMnOpQrStUv, AbCdEfGhIjKlMnOpQrStUv",
        "wss://h/949f9eb846f0%2Fd8f8b7c%3D%3D, 949f9eb846f0%2Fd8f8b7c",
        "wss://h/949f9eb846f06d8f8b7c==, 949f9eb846f06d8f8b7c",
        "wss://h/401/0949f9eb846f06d8f8b7c;v=1, 0949f9eb846f06d8f8b7c",
        "wss://h/0949f9eb846f06d8f8b7c#a-fragment-of-2-lines-and-more, 0949f9eb846f06d8f8b7c"
    })
    void isTheSegmentOrValueThatTellsSessionsApart(String address, String part) {
        assertThat(SessionPart.of(address).text()).isEqualTo(part);
    }

    @Test
    void isEmptyWhereTheAddressHasNoPart() {
        assertThat(SessionPart.of("wss://h:1").text()).isEmpty();
        assertThat(SessionPart.of("wss://h:1/").with("x")).isEqualTo(URI.create("wss://h:1/x"));
    }

    @Test
    void isReplacedWhereItIs() {
        var part = SessionPart.of("wss://h/949f9eb846f06d8f8b7c?v=2");

        assertThat(part.with("abc%2")).isEqualTo(URI.create("wss://h/abc?v=2"));
        assertThat(part.with("abc%2F")).isEqualTo(URI.create("wss://h/abc%2F?v=2"));
    }
}
