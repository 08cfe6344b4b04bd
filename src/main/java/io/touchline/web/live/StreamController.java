package io.touchline.web.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.touchline.live.Emit;
import io.touchline.live.SubscriptionRequest;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Streams the quotes of a book as Server-Sent Events. */
@RestController
@RequestMapping(BooksController.PATH)
@Tag(name = "Live books")
class StreamController {

    private static final String LAST_EVENT_ID = "Last-Event-ID";

    private final EventStreams streams;

    StreamController(EventStreams streams) {
        this.streams = streams;
    }

    @GetMapping("/{symbol}/l1/stream")
    @Operation(
            operationId = "stream",
            summary = "Stream the quotes of a book",
            description =
                    "Server-Sent Events, one per quote as it comes, its id being its number. It starts with the quote now, or"
                            + " behind the one that the header `Last-Event-ID` names. A book that is not there yet may be streamed.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "emit",
                        description = "When there is a quote: only when a price or a size changed, or for every packet",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"change", "packet"},
                                        defaultValue = "change")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "from",
                        description = "The number of the first quote, to resume; without it the quote now",
                        schema = @Schema(type = "integer", minimum = "1")),
                @Parameter(
                        in = ParameterIn.HEADER,
                        name = LAST_EVENT_ID,
                        description = "The number of the last quote that the client had; counts more than `from`",
                        schema = @Schema(type = "integer", minimum = "1"))
            })
    void stream(@PathVariable String symbol, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Answers.checkName(symbol);
        Query query = Query.of(request, "emit", "from");
        SubscriptionRequest wanted =
                new SubscriptionRequest(symbol, query.emit(Emit.CHANGE), from(request, query.text("from")));
        response.setContentType(MediaType.TEXT_EVENT_STREAM_VALUE);
        response.setCharacterEncoding("UTF-8");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        response.setHeader("X-Accel-Buffering", "no");
        if (!request.getMethod().equals("HEAD")) {
            streams.open(wanted, request, response);
        }
    }

    private static long from(HttpServletRequest request, @Nullable String from) {
        String last = request.getHeader(LAST_EVENT_ID);
        if (last != null && !last.isEmpty()) {
            return Query.number(LAST_EVENT_ID, last, Long.MAX_VALUE - 1) + 1;
        }
        return from == null ? SubscriptionRequest.NOW : Query.number("from", from, Long.MAX_VALUE);
    }
}
