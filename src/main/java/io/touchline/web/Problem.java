package io.touchline.web;

import com.fasterxml.jackson.annotation.JsonInclude;
import io.touchline.convert.BadOptionException;
import io.touchline.convert.ReportJson;
import io.touchline.csv.UnreadableRow;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;

/**
 * What went wrong with a request, as RFC 9457 has it; fields that do not apply are absent.
 *
 * @param type {@code urn:touchline:problem:} and the kind of problem: what a program decides by
 * @param line of the input, counted from 1, the header being line 1
 * @param column its name in the input's header
 * @param index of a JSON message in its request, from 0
 * @param field of a JSON message
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record Problem(
        String type,
        String title,
        int status,
        String detail,
        @Nullable Long line,
        @Nullable String column,
        @Nullable Long index,
        @Nullable String field,
        @Nullable String option,
        @Nullable String expected,
        @Nullable String found,
        @Nullable String limit,
        @Nullable String setting) {

    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPE_PREFIX = "urn:touchline:problem:";

    /** A problem of a kind, named in words with hyphens. */
    public static Problem of(HttpStatus status, String kind, String title, String detail) {
        return new Problem(
                TYPE_PREFIX + kind,
                title,
                status.value(),
                detail,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static Problem unreadableInput(UnreadableRow row) {
        return new Problem(
                TYPE_PREFIX + "unreadable-input",
                "The input cannot be read",
                HttpStatus.BAD_REQUEST.value(),
                row.toString(),
                row.line(),
                row.column(),
                null,
                null,
                null,
                row.expected(),
                row.found(),
                null,
                null);
    }

    /** The problem of a JSON message that nobody can read. */
    public static Problem unreadableMessage(
            String detail, long index, @Nullable String field, String expected, String found) {
        return new Problem(
                TYPE_PREFIX + "unreadable-message",
                "A message cannot be read",
                HttpStatus.BAD_REQUEST.value(),
                detail,
                null,
                null,
                index,
                field,
                null,
                expected,
                found,
                null,
                null);
    }

    static Problem badOption(BadOptionException e) {
        return new Problem(
                TYPE_PREFIX + "bad-option",
                "An option cannot be understood",
                HttpStatus.BAD_REQUEST.value(),
                String.valueOf(e.getMessage()),
                null,
                null,
                null,
                null,
                e.option(),
                e.expected(),
                e.found(),
                null,
                null);
    }

    static Problem limitExceeded(LimitExceededException e) {
        return new Problem(
                TYPE_PREFIX + "limit-exceeded",
                "The input passes a limit",
                (e.limit() == Limit.BOOKS ? HttpStatus.TOO_MANY_REQUESTS : HttpStatus.CONTENT_TOO_LARGE).value(),
                String.valueOf(e.getMessage()),
                e.line() > 0 ? e.line() : null,
                null,
                null,
                null,
                null,
                null,
                null,
                e.limit().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                e.limit().setting());
    }

    /** The problem of a status, for where no controller answers. */
    public static String jsonOfStatus(int code) {
        HttpStatus status = HttpStatus.resolve(code);
        return ReportJson.mapper()
                .writeValueAsString(ofStatus(status == null ? HttpStatus.INTERNAL_SERVER_ERROR : status));
    }

    /** The problem of a status that has no more to say. */
    public static Problem ofStatus(HttpStatus status) {
        return switch (status) {
            case NOT_FOUND -> of(status, "not-found", "Nothing is here", "no resource has this path");
            case METHOD_NOT_ALLOWED ->
                of(
                        status,
                        "method-not-allowed",
                        "The method is not for this path",
                        "the header Allow names the methods that are");
            case NOT_ACCEPTABLE ->
                of(
                        status,
                        "not-acceptable",
                        "The answer has no such form",
                        "the header Accept allows none of the forms of this answer");
            case UNSUPPORTED_MEDIA_TYPE ->
                of(
                        status,
                        "unsupported-media-type",
                        "The body has an unknown form",
                        "the header Content-Type is unknown");
            case INTERNAL_SERVER_ERROR ->
                of(status, "internal-error", "The service failed", "the service's log has the cause");
            default -> {
                String kind = status.getReasonPhrase().toLowerCase(Locale.ROOT).replace(' ', '-');
                yield of(status, kind, status.getReasonPhrase(), "the request was refused");
            }
        };
    }
}
