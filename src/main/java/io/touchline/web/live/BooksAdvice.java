package io.touchline.web.live;

import io.touchline.live.BooksBusyException;
import io.touchline.live.HistoryMovedException;
import io.touchline.live.JournalUnavailableException;
import io.touchline.live.NoAnswerException;
import io.touchline.web.Problem;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what live books refuse with a problem. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class BooksAdvice {

    private static final String SOON = "1";
    private static final String LATER = "5";

    @ExceptionHandler
    ResponseEntity<Problem> on(UnreadableMessageException e) {
        return answer(
                HttpHeaders.EMPTY,
                Problem.unreadableMessage(
                        String.valueOf(e.getMessage()), e.index(), e.field(), e.expected(), e.found()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(BooksBusyException e) {
        return retry(SOON, "books-busy", "Too much waits for the books", "come again in a second");
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(JournalUnavailableException e) {
        return switch (e.reason()) {
            case DISK ->
                retry(
                        LATER,
                        "journal-unavailable",
                        "Messages cannot be written to disk",
                        "nothing of the request was kept or applied; quotes are served on");
            case TOPIC ->
                retry(
                        LATER,
                        "journal-unavailable",
                        "Messages cannot be written to their topic",
                        "nothing of the request was kept or applied; quotes are served on");
            case BROKEN ->
                retry(
                        LATER,
                        "books-broken",
                        "The live books have failed",
                        "no messages are taken until the service is started again; the book's last_seq_num then says whether those of"
                                + " this request were kept");
            case CLOSED -> retry(LATER, "stopping", "The service stops", "nothing of the request was kept or applied");
        };
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(NoAnswerException e) {
        Problem problem =
                switch (e.asked()) {
                    case DURABLE ->
                        silence(
                                "answer-late",
                                "The messages are kept, but not applied yet",
                                "the request is durable and will be applied, so it must not be sent again; the book's last_seq_num tells"
                                        + " when it is");
                    case UNCONFIRMED ->
                        silence(
                                "not-confirmed",
                                "It is not known whether the messages are kept",
                                "the request may be applied later or never; the book's last_seq_num tells whether it was");
                    case QUESTION ->
                        silence(
                                "no-answer",
                                "The books did not answer in time",
                                "whoever keeps the books is late or stopped; nothing was changed, and it may be asked again");
                };
        return answer(HttpHeaders.EMPTY, problem);
    }

    private static Problem silence(String kind, String title, String detail) {
        return Problem.of(HttpStatus.GATEWAY_TIMEOUT, kind, title, detail);
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(HistoryMovedException e) {
        return retry(
                SOON,
                "history-moved",
                "The start of the history was just deleted",
                "it is kept no longer; asked again, the history starts later");
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(TooManyStreamsException e) {
        return retry(LATER, "too-many-streams", "Too many streams are open", String.valueOf(e.getMessage()));
    }

    private static ResponseEntity<Problem> retry(String seconds, String kind, String title, String detail) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, seconds);
        return answer(headers, Problem.of(HttpStatus.SERVICE_UNAVAILABLE, kind, title, detail));
    }

    private static ResponseEntity<Problem> answer(HttpHeaders headers, Problem problem) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
