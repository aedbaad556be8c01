package org.instantlogs.reports;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.instantlogs.reports.Exchange.Header;

/**
 * What was done in one case, step by step, in a form that can be done again. Where a value is the target's or a secret it has
 * a name in double braces instead, such as <code>{{api}}</code>, <code>{{owner.key}}</code>, <code>{{session 1}}</code>.
 *
 * @param target what the names of addresses stood for, such as {@code api} and {@code zone 1}; no credentials, no sessions
 * @param steps in the order in which they happened
 */
public record Recording(Map<String, String> target, List<Step> steps) {

    /** Nothing that could be done again. */
    public static final Recording NONE = new Recording(Map.of(), List.of());

    public Recording {
        target = Map.copyOf(target);
        steps = List.copyOf(steps);
    }

    /** What a step does. */
    public enum Kind {
        /** Sends an HTTP request. */
        REQUEST,
        /** Makes a handshake. */
        CONNECT,
        /** Sends a frame, or bytes as they are. */
        SEND,
        /** Waits for messages. */
        EXPECT,
        /** Waits for the target to end the connection. */
        EXPECT_END,
        /** Cuts the connection. */
        DROP
    }

    /**
     * One step. What its kind does not need is empty.
     *
     * @param purpose of a request, such as {@code create}
     * @param socket number of the socket, from 1; 0 for a request
     * @param method of a request or handshake
     * @param body of a request or frame as text
     * @param bytes the same, or a whole frame with its header, as hex, where text can't say it
     * @param cut whether the body was longer than what is kept
     * @param opcode of a frame, such as {@code text}
     * @param gives the name of the session's address that the answer gave, such as {@code session 1}
     * @param status that was answered; 0 where none was
     * @param came what came: the answer's body, the messages, how the connection ended
     */
    public record Step(
            Kind kind,
            String purpose,
            int socket,
            String method,
            String url,
            List<Header> headers,
            Optional<String> body,
            Optional<String> bytes,
            boolean cut,
            String opcode,
            Optional<String> gives,
            int status,
            List<String> came) {

        public Step {
            headers = List.copyOf(headers);
            came = List.copyOf(came);
        }

        /** A step on a socket that is open. */
        public static Step on(int socket, Kind kind, String opcode, List<String> came) {
            return new Step(
                    kind,
                    "",
                    socket,
                    "",
                    "",
                    List.of(),
                    Optional.empty(),
                    Optional.empty(),
                    false,
                    opcode,
                    Optional.empty(),
                    0,
                    came);
        }

        /** The same with what it sends. */
        public Step sending(Optional<String> text, Optional<String> hex, boolean shortened) {
            return new Step(
                    kind, purpose, socket, method, url, headers, text, hex, shortened, opcode, gives, status, came);
        }
    }
}
