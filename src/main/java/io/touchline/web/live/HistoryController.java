package io.touchline.web.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.touchline.convert.BadOptionException;
import io.touchline.csv.Times;
import io.touchline.live.Emit;
import io.touchline.live.LiveBooks;
import io.touchline.web.AnswerForm;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Answers the quotes that a book published. The answer starts once all of them are in a file, so that its status is true. */
@RestController
@RequestMapping(BooksController.PATH)
@Tag(name = "Live books")
class HistoryController {

    private final LiveBooks books;
    private final HistorySpool spool;

    HistoryController(LiveBooks books, HistorySpool spool) {
        this.books = books;
        this.spool = spool;
    }

    @GetMapping("/{symbol}/l1.csv")
    @Operation(
            operationId = "history",
            summary = "Download the quotes of a book",
            description =
                    "Level 1 from the journal, as far back as it is kept: the rows of the live stream; gzip when accepted.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "from",
                        description = "First time, such as 2019-09-16 22:10:16.4945 UTC",
                        schema = @Schema(type = "string")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "to",
                        description = "Last time, inclusive",
                        schema = @Schema(type = "string")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "emit",
                        description = "When there is a row: for every packet, or only when a price or a size changed",
                        schema =
                                @Schema(
                                        type = "string",
                                        allowableValues = {"packet", "change"},
                                        defaultValue = "packet"))
            })
    void history(@PathVariable String symbol, HttpServletRequest request, HttpServletResponse response)
            throws IOException {
        Answers.checkName(symbol);
        Query query = Query.of(request, "from", "to", "emit");
        long from = query.timeNanos("from", Long.MIN_VALUE);
        long to = query.timeNanos("to", Long.MAX_VALUE);
        if (from > to) {
            throw new BadOptionException("to", "a time that is not before " + Times.text(from), Times.text(to));
        }
        Emit emit = query.emit(Emit.PACKET);
        if (books.state(symbol) == null) {
            throw Answers.unknownBook();
        }
        boolean gzip = AnswerForm.acceptsGzip(request);
        spool.answer(gzip, out -> books.history(symbol, from, to, emit, out), response);
    }
}
