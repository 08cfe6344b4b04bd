package io.touchline.web;

import io.touchline.convert.BadOptionException;
import io.touchline.convert.CancelledException;
import io.touchline.convert.DiskFull;
import io.touchline.convert.InputFailedException;
import io.touchline.convert.TooBusyException;
import io.touchline.csv.UnreadableInputException;
import io.touchline.feed.LimitExceededException;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.SocketTimeoutException;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.ErrorResponse;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers every exception with a problem; one that comes while an answer is on its way only ends that answer. */
@RestControllerAdvice
class ProblemAdvice {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    @ExceptionHandler
    ResponseEntity<Problem> on(ProblemException e) {
        return answer(e.problem());
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(UnreadableInputException e) {
        return answer(Problem.unreadableInput(e.row()));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(BadOptionException e) {
        return answer(Problem.badOption(e));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(LimitExceededException e) {
        return answer(Problem.limitExceeded(e));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(CancelledException e) {
        return answer(
                Problem.of(HttpStatus.CONFLICT, "cancelled", "The conversion was cancelled", "its result is gone"));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(TooBusyException e) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.RETRY_AFTER, RETRY_AFTER_SECONDS);
        return answer(
                headers,
                Problem.of(
                        HttpStatus.SERVICE_UNAVAILABLE,
                        "too-busy",
                        "Too many conversions at once",
                        String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    ResponseEntity<Problem> on(UnsatisfiableRangeException e) {
        HttpHeaders headers = new HttpHeaders();
        headers.set(HttpHeaders.CONTENT_RANGE, "bytes */" + e.size());
        return answer(
                headers,
                Problem.of(
                        HttpStatus.REQUESTED_RANGE_NOT_SATISFIABLE,
                        "range-not-satisfiable",
                        "The file has no such range",
                        String.valueOf(e.getMessage())));
    }

    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> on(IOException e, HttpServletResponse response) {
        if (response.isCommitted()) {
            LOG.debug("answer=broken-off", e);
            return null;
        }
        if (DiskFull.isCauseOf(e)) {
            LOG.error("disk=full message=\"{}\"", e.getMessage());
            return answer(Problem.of(
                    HttpStatus.INSUFFICIENT_STORAGE,
                    "disk-full",
                    "The disk is full",
                    "the result has no room on disk"));
        }
        return e instanceof InputFailedException ? answer(inputFailed(e)) : failed(e);
    }

    private static Problem inputFailed(IOException e) {
        if (e.getCause() instanceof SocketTimeoutException) {
            return Problem.of(
                    HttpStatus.REQUEST_TIMEOUT, "body-timeout", "The body came too slowly", "no bytes came in time");
        }
        return Problem.of(HttpStatus.BAD_REQUEST, "body-broken-off", "The body broke off", "the body ended half way");
    }

    /** Whatever has no place of its own: what Spring MVC refuses, and bugs. */
    @ExceptionHandler
    @Nullable
    ResponseEntity<Problem> on(Exception e, HttpServletResponse response) {
        if (response.isCommitted()) {
            LOG.error("answer=broken-off", e);
            return null;
        }
        if (e instanceof ErrorResponse refused) {
            HttpStatus status = Optional.ofNullable(
                            HttpStatus.resolve(refused.getStatusCode().value()))
                    .orElse(HttpStatus.INTERNAL_SERVER_ERROR);
            return answer(refused.getHeaders(), Problem.ofStatus(status));
        }
        return failed(e);
    }

    private static ResponseEntity<Problem> failed(Exception e) {
        LOG.error("request=failed", e);
        return answer(Problem.ofStatus(HttpStatus.INTERNAL_SERVER_ERROR));
    }

    private static ResponseEntity<Problem> answer(Problem problem) {
        return answer(HttpHeaders.EMPTY, problem);
    }

    private static ResponseEntity<Problem> answer(HttpHeaders headers, Problem problem) {
        return ResponseEntity.status(problem.status())
                .headers(headers)
                .contentType(MediaType.APPLICATION_PROBLEM_JSON)
                .body(problem);
    }
}
