package org.instantlogs.server.fault;

import static org.instantlogs.server.fault.Trial.fault;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.function.UnaryOperator;
import org.instantlogs.fixtures.TrialTarget;
import org.instantlogs.server.Parts;
import org.instantlogs.server.http.Answer;
import org.instantlogs.server.http.LastWord;

/** Mistakes in the form of the answer to a creation. */
final class JobAnswerFaults {
    private static final String TYPE = "Content-Type";
    private static final String ADDRESS = "destination_conf";

    private JobAnswerFaults() {}

    static List<TrialTarget> all() {
        return List.of(
                fault("create-answers-202", "a creation is answered 202")
                        .breaks("IL-JOB-01")
                        .mayBreak(
                                "IL-JOB-12",
                                "IL-JOB-13",
                                "IL-JOB-14",
                                "IL-JOB-15",
                                "IL-JOB-25",
                                "IL-AUTH-01",
                                "IL-AUTH-02")
                        .of(creations(answer -> Answers.withStatus(answer, 202))),
                fault("charset-is-no-json", "a body of the type `application/json; charset=utf-8` is refused")
                        .breaks("IL-JOB-01.answers-other-spellings-of-it-with-success")
                        .of(new TypeChecked()),
                fault("success-is-text", "`success` is \"true\", a text")
                        .breaks("IL-JOB-02")
                        .of(Answers.creations(envelope -> envelope.put("success", "true"))),
                fault("success-is-missing", "a creation's envelope has no `success`")
                        .breaks("IL-JOB-02")
                        .of(Answers.creations(envelope -> envelope.remove("success"))),
                fault("errors-is-null", "`errors` is null where there are none")
                        .breaks("IL-JOB-02")
                        .of(Answers.creations(envelope -> envelope.putNull("errors"))),
                fault("errors-has-a-notice", "a creation that went well has an entry in `errors`")
                        .breaks("IL-JOB-02")
                        .of(Answers.creations(envelope -> envelope.putArray("errors")
                                .addObject()
                                .put("code", 1000)
                                .put("message", "ok"))),
                fault("messages-is-missing", "the envelope has no `messages`")
                        .breaks("IL-JOB-02")
                        .of(Answers.creations(envelope -> envelope.remove("messages"))),
                fault("job-without-an-envelope", "a job is answered bare, without the envelope")
                        .breaks("IL-JOB-02")
                        .mayBreak(
                                "IL-JOB-03",
                                "IL-JOB-04",
                                "IL-JOB-07",
                                "IL-JOB-08",
                                "IL-JOB-09",
                                "IL-JOB-12",
                                "IL-JOB-13",
                                "IL-JOB-14",
                                "IL-AUTH-01",
                                "IL-AUTH-02")
                        .of(Answers.creations(envelope -> {
                            var result = (ObjectNode) envelope.path("result");
                            envelope.removeAll();
                            envelope.setAll(result);
                        })),
                fault("job-in-a-list", "a creation is answered with a list of the one job")
                        .breaks("IL-JOB-02")
                        .mayBreak(Rules.ANY)
                        .of(creations(answer -> Answers.withBody(answer, JsonNodeFactory.instance.arrayNode()))),
                fault("address-is-null", "`destination_conf` is null")
                        .breaks("IL-JOB-03")
                        .mayBreak(Rules.ANY)
                        .of(Answers.results(result -> result.putNull("destination_conf"))),
                fault("one-address", "all jobs of all zones are answered one address")
                        .breaks("IL-JOB-05.gives-jobs-of-different-zones-different-addresses")
                        .mayBreak(Rules.ANY)
                        .of(address(address -> address.replaceFirst("[^/]*$", "0123456789abcdef0123456789abcdef"))),
                fault("address-without-host", "`destination_conf` is the path alone")
                        .breaks("IL-JOB-03")
                        .mayBreak("IL-JOB-04")
                        .of(address(address -> address.substring(address.indexOf("/instant-logs")))),
                fault("address-too-long", "`destination_conf` carries its context and has more than 4096 characters")
                        .breaks("IL-JOB-03")
                        .of(address(address -> address + "?context=" + "x".repeat(4097 - address.length()))),
                fault("address-with-a-fragment", "`destination_conf` names the dataset in a fragment")
                        .breaks("IL-JOB-03")
                        .mayBreak("IL-STREAM-01")
                        .of(address(address -> address + "#http_requests")),
                fault("address-is-https", "`destination_conf` is an https address")
                        .breaks("IL-JOB-03", "IL-JOB-04")
                        .mayBreak("IL-STREAM-01")
                        .of(address(address -> address.replaceFirst("^wss", "https"))),
                fault("address-is-ws", "`destination_conf` is on ws, at a public host")
                        .breaks("IL-JOB-04")
                        .mayBreak("IL-STREAM-01")
                        .of(address(address -> address.replaceFirst("^wss://[^/]*", "ws://logs.invalid"))),
                fault("errors-of-a-sampled-job", "a job with a sample is answered with a warning in `errors`")
                        .breaks("IL-JOB-02.answers-other-jobs-in-a-success-envelope[job=sampled]")
                        .of(Answers.creations(envelope -> {
                            if (envelope.path("result").path("sample").asLong() > 1) {
                                envelope.putArray("errors")
                                        .addObject()
                                        .put("code", 1000)
                                        .put("message", "records are left out");
                            }
                        })),
                fault("address-of-a-filtered-job-without-host", "`destination_conf` of a job with a filter is a path")
                        .breaks("IL-JOB-03.gives-other-jobs-an-absolute-websocket-uri[job=filtered]")
                        .mayBreak(Rules.ANY)
                        .of(Answers.results(result -> {
                            if (!result.path("filter").asText().isEmpty()) {
                                var address = result.path(ADDRESS).asText();
                                result.put(ADDRESS, address.substring(address.indexOf("/instant-logs")));
                            }
                        })),
                fault("success-is-no-json-type", "a job is answered as text/plain")
                        .breaks("IL-JOB-26.answers-success-as-json")
                        .of(creations(answer -> answer.with(TYPE, "text/plain; charset=utf-8"))),
                fault("success-is-almost-json-type", "a job is answered as application/json-logs")
                        .breaks("IL-JOB-26.answers-success-as-json")
                        .of(creations(answer -> answer.with(TYPE, "application/json-logs"))),
                fault("login-refusal-is-markup-by-type", "a refusal of credentials is answered as text/html")
                        .breaks("IL-JOB-26.answers-a-refusal-as-json")
                        .of(Answers.answers(
                                Answers::isLoginRefusal, answer -> answer.with(TYPE, "text/html; charset=utf-8"))));
    }

    private static Parts creations(UnaryOperator<Answer> change) {
        return Answers.answers(Answers::isCreation, change);
    }

    private static Parts address(UnaryOperator<String> change) {
        return Answers.results(
                result -> result.put(ADDRESS, change.apply(result.path(ADDRESS).asText())));
    }

    /** Takes the type of a body for a text to compare. */
    private static final class TypeChecked implements Parts {
        @Override
        public LastWord lastWord() {
            return (request, answer) -> {
                var type = request.getHeader(TYPE);
                return Answers.isCreation(request, answer) && type != null && type.contains(";")
                        ? Answers.edited(Answers.withStatus(answer, 415), envelope -> {
                            envelope.putNull("result");
                            envelope.put("success", false);
                            envelope.putArray("errors")
                                    .addObject()
                                    .put("code", 1001)
                                    .put("message", "the body has to be application/json");
                        })
                        : answer;
            };
        }
    }
}
