package org.instantlogs.reports;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import org.instantlogs.reports.Exchange.Direction;
import org.instantlogs.reports.Exchange.Frame;
import org.instantlogs.reports.Exchange.Header;
import org.instantlogs.reports.Exchange.HttpEntry;
import org.instantlogs.reports.Exchange.SocketEntry;
import org.junit.jupiter.api.Test;

final class HarExchangeTest {

    @Test
    void aRequestIsAnEntryWithEverythingThatHarAsksFor() throws IOException {
        var entry = entry(new Exchange(
                List.of(http(
                        "https://127.0.0.1/zones?a=1&b&c=x=y",
                        201,
                        List.of(new Header("content-type", "application/json"), new Header("location", "/elsewhere")),
                        Optional.empty())),
                List.of()));

        assertThat(entry).hasToString("""
                        {"startedDateTime":"2026-01-01T00:00:00Z","time":12.5,"request":{"method":"POST",\
                        "url":"https://127.0.0.1/zones?a=1&b&c=x=y","httpVersion":"unknown","cookies":[],\
                        "headers":[{"name":"Content-Type","value":"text/plain"}],\
                        "queryString":[{"name":"a","value":"1"},{"name":"b","value":""},{"name":"c","value":"x=y"}],\
                        "postData":{"mimeType":"text/plain","params":[],"text":"Grüße"},"headersSize":-1,"bodySize":7},\
                        "response":{"status":201,"statusText":"","httpVersion":"unknown","cookies":[],\
                        "headers":[{"name":"content-type","value":"application/json"},{"name":"location","value":"/elsewhere"}],\
                        "content":{"size":2,"mimeType":"application/json","text":"{}"},"redirectURL":"/elsewhere",\
                        "headersSize":-1,"bodySize":-1},"cache":{},"timings":{"send":0,"wait":12.5,"receive":0},\
                        "comment":"create"}""");
    }

    @Test
    void aRequestWithoutAnAnswerSaysWhy() throws IOException {
        var entry = entry(new Exchange(
                List.of(http("https://127.0.0.1/", 0, List.of(), Optional.of("connection refused"))), List.of()));

        assertThat(entry.at("/response/status").intValue()).isZero();
        assertThat(entry.at("/_error").textValue()).isEqualTo("connection refused");
    }

    @Test
    void aSocketIsAnEntryWithItsFramesUnderTheExtensionKey() throws IOException {
        var socket = new SocketEntry(
                Samples.STARTED,
                "wss://127.0.0.1/redacted",
                List.of(),
                101,
                List.of(),
                List.of(
                        new Frame(Duration.ofMillis(10), Direction.RECEIVED, "text", 13, "{\"RayID\":\"r\"}"),
                        new Frame(Duration.ofMillis(250), Direction.SENT, "close", 2, "03e8")),
                Optional.of("closed by the suite, 1000"));

        var entry = entry(new Exchange(List.of(), List.of(socket)));

        assertThat(entry.get("_resourceType").textValue()).isEqualTo("websocket");
        assertThat(entry.get("time").doubleValue()).isEqualTo(250);
        assertThat(entry.at("/response/status").intValue()).isEqualTo(101);
        assertThat(entry.get("_webSocketMessages")).hasToString("""
                        [{"type":"receive","time":1.76722560001E9,"opcode":1,"data":"{\\"RayID\\":\\"r\\"}","_length":13,"_atMs":10},\
                        {"type":"send","time":1.76722560025E9,"opcode":8,"data":"03e8","_length":2,"_atMs":250}]""");
        assertThat(entry.get("_webSocketEnding").textValue()).isEqualTo("closed by the suite, 1000");
    }

    @Test
    void hostileTextIsKeptAsText() throws IOException {
        var exchange = new Exchange(
                List.of(http(
                        Samples.HOSTILE, 200, List.of(new Header(Samples.HOSTILE, Samples.HOSTILE)), Optional.empty())),
                List.of());

        assertThat(entry(exchange).at("/request/url").textValue()).isEqualTo(Legible.inJson(Samples.HOSTILE));
    }

    private static HttpEntry http(String url, int status, List<Header> responseHeaders, Optional<String> failure) {
        return new HttpEntry(
                Samples.STARTED,
                Duration.ofNanos(12_500_000),
                "create",
                "POST",
                url,
                List.of(new Header("Content-Type", "text/plain")),
                "Grüße",
                status,
                responseHeaders,
                "{}",
                failure);
    }

    private static JsonNode entry(Exchange exchange) throws IOException {
        var log = new ObjectMapper()
                .readTree(HarExchange.text("IL-JOB-01", exchange, "1.0.0"))
                .get("log");
        assertThat(log.get("version").textValue()).isEqualTo("1.2");
        assertThat(log.at("/creator/name").textValue()).isEqualTo("instant-logs-suite");
        assertThat(log.at("/creator/version").textValue()).isEqualTo("1.0.0");
        assertThat(log.get("entries")).hasSize(1);
        return log.get("entries").get(0);
    }
}
