package io.touchline.web.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveRequest;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.time.Duration;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes messages for live books; answers once they are durable and applied. */
@RestController
@RequestMapping(BooksController.PATH)
@Tag(name = "Live books")
class MessagesController {

    /** How long a request waits for its turn before its caller is told to come again. */
    private static final Duration WAIT = Duration.ofSeconds(1);

    private final LiveBooks books;
    private final MessagesBody body;

    MessagesController(LiveBooks books, MessagesBody body) {
        this.books = books;
        this.body = body;
    }

    @PostMapping(path = "/{symbol}/messages", produces = MediaType.APPLICATION_JSON_VALUE)
    @Operation(
            operationId = "messages",
            summary = "Send messages to a book",
            description =
                    "One message as a JSON object, several as an array or NDJSON, or level 3 as CSV, plain or gzip. All of them"
                            + " are taken, or none. The answer comes once they are durable and applied. The first message of a"
                            + " symbol makes its book.")
    MessagesApplied apply(@PathVariable String symbol, HttpServletRequest request) throws IOException {
        Answers.checkName(symbol);
        Query.of(request);
        LiveRequest messages = body.read(symbol, request);
        return MessagesApplied.of(messages, Answers.await(books.submit(messages, WAIT)));
    }
}
