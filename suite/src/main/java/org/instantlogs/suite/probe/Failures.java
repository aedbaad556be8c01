package org.instantlogs.suite.probe;

import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.PortUnreachableException;
import java.net.ProtocolException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.nio.channels.UnresolvedAddressException;
import java.security.cert.CertPathBuilderException;
import java.util.Locale;
import java.util.concurrent.TimeoutException;
import javax.net.ssl.SSLException;
import org.instantlogs.suite.probe.NoAnswer.Kind;

/** What an exception of a client means for the judgement: one reading for all clients. */
final class Failures {

    private Failures() {}

    /** The kind of the first cause that says anything. */
    static Kind kind(Throwable failure, boolean expired) {
        if (expired) {
            return Kind.TIMED_OUT;
        }
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            Kind kind = ofOne(cause);
            if (kind != Kind.DROPPED) {
                return kind;
            }
            cause = cause.getCause();
        }
        return Kind.DROPPED;
    }

    private static Kind ofOne(Throwable cause) {
        if (cause instanceof NotHttp notHttp) {
            return notHttp.kind();
        }
        if (cause instanceof ConnectException
                || cause instanceof UnknownHostException
                || cause instanceof UnresolvedAddressException
                || cause instanceof NoRouteToHostException
                || cause instanceof PortUnreachableException
                || cause instanceof org.apache.http.conn.ConnectTimeoutException) {
            return Kind.UNREACHABLE;
        }
        if (cause instanceof SSLException) {
            return Kind.TLS;
        }
        if (cause instanceof SocketTimeoutException || cause instanceof TimeoutException) {
            return Kind.TIMED_OUT;
        }
        if (cause instanceof org.apache.http.MessageConstraintException) {
            return Kind.TOO_LARGE;
        }
        if (cause instanceof ProtocolException
                || (cause instanceof org.apache.http.HttpException
                        && !(cause instanceof org.apache.http.ConnectionClosedException))) {
            return ofMessage(cause, Kind.NOT_HTTP);
        }
        return ofMessage(cause, Kind.DROPPED);
    }

    /** Some things are said in messages only. */
    private static Kind ofMessage(Throwable cause, Kind otherwise) {
        String message = String.valueOf(cause.getMessage()).toLowerCase(Locale.ROOT);
        if (message.contains("maximum line length") || message.contains("maximum header count")) {
            return Kind.TOO_LARGE;
        }
        if (message.contains("status line") || message.contains("invalid chunk") || message.contains("malformed")) {
            return Kind.NOT_HTTP;
        }
        return otherwise;
    }

    /** What a person calls it; else the exception's own words, or those of its first cause that has any, short enough for a line. */
    static String words(Throwable failure) {
        if (isOfTheName(failure)) {
            return "its host name cannot be resolved";
        }
        Throwable telling = failure;
        for (int depth = 0; depth < 10; depth++) {
            String plain = plainly(telling);
            if (!plain.isEmpty()) {
                return plain;
            }
            if (telling.getCause() == null) {
                break;
            }
            telling = telling.getCause();
        }
        return ownWords(failure);
    }

    /** The JDK's client wraps an unresolved name into two exceptions that say nothing, of the kind that a refusal has. */
    private static boolean isOfTheName(Throwable failure) {
        Throwable cause = failure;
        for (int depth = 0; cause != null && depth < 10; depth++) {
            if (cause instanceof UnknownHostException || cause instanceof UnresolvedAddressException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }

    /** Where the platform's own words are a class name, or worse; empty where they will do. */
    private static String plainly(Throwable cause) {
        if (cause instanceof ConnectException && (cause.getMessage() == null || isRefusal(cause.getMessage()))) {
            return "connection refused";
        }
        if (cause instanceof CertPathBuilderException) {
            return "no authority that is trusted here has signed its certificate";
        }
        if (cause instanceof TimeoutException && cause.getMessage() == null) {
            return "the suite stopped waiting";
        }
        return "";
    }

    private static boolean isRefusal(String message) {
        return message.toLowerCase(Locale.ROOT).contains("refused");
    }

    private static String ownWords(Throwable failure) {
        Throwable telling = failure;
        while (telling.getMessage() == null && telling.getCause() != null) {
            telling = telling.getCause();
        }
        String message = telling.getMessage() == null ? "" : ": " + telling.getMessage();
        String line = (telling.getClass().getSimpleName() + message).replaceAll("\\s+", " ");
        return line.length() <= 200 ? line : line.substring(0, 200) + "…";
    }
}
