package io.touchline.web.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.touchline.live.BookState;
import io.touchline.live.LiveBooks;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Shows live books as they are, and forgets them. */
@RestController
@RequestMapping(path = BooksController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Live books", description = "A book per symbol: messages in, quotes out")
class BooksController {

    static final String PATH = "/api/v1/books";

    private static final int DEFAULT_LIMIT = 1000;
    private static final int MAX_LIMIT = 10_000;
    private static final int DEFAULT_LEVELS = 10;
    private static final int MAX_LEVELS = 1000;

    private final LiveBooks books;

    BooksController(LiveBooks books) {
        this.books = books;
    }

    @GetMapping
    @Operation(
            operationId = "books",
            summary = "List the books",
            description = "Symbols and quotes now, sorted by symbol.",
            parameters = {
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "limit",
                        description = "How many are listed at most",
                        schema = @Schema(type = "integer", minimum = "1", maximum = "10000", defaultValue = "1000")),
                @Parameter(
                        in = ParameterIn.QUERY,
                        name = "after",
                        description = "The symbol behind which the list starts",
                        schema = @Schema(type = "string"))
            })
    BookList list(HttpServletRequest request) {
        Query query = Query.of(request, "limit", "after");
        String after = query.text("after");
        List<String> symbols = books.symbols();
        List<BookQuote> quotes = symbols.stream()
                .filter(symbol -> after == null || symbol.compareTo(after) > 0)
                .limit(query.number("limit", DEFAULT_LIMIT, MAX_LIMIT))
                .map(symbol -> BookQuote.of(symbol, books.quote(symbol)))
                .toList();
        return new BookList(quotes, symbols.size());
    }

    @GetMapping("/{symbol}")
    @Operation(
            operationId = "book",
            summary = "Show a book",
            description = "Quote, orders, price levels, last sequence number, and what became of its messages.")
    BookView book(@PathVariable String symbol) {
        return BookView.of(state(symbol));
    }

    @GetMapping("/{symbol}/l1")
    @Operation(operationId = "quote", summary = "The quote now", description = "Best bid and offer.")
    BookQuote quote(@PathVariable String symbol) {
        return BookQuote.of(symbol, state(symbol).quote());
    }

    @GetMapping("/{symbol}/depth")
    @Operation(
            operationId = "depth",
            summary = "The best price levels",
            description = "Level 2: price, quantity and number of orders of each level, the best first.",
            parameters =
                    @Parameter(
                            in = ParameterIn.QUERY,
                            name = "levels",
                            description = "How many of each side at most",
                            schema = @Schema(type = "integer", minimum = "1", maximum = "1000", defaultValue = "10")))
    DepthView depth(@PathVariable String symbol, HttpServletRequest request) {
        Answers.checkName(symbol);
        int levels = Query.of(request, "levels").number("levels", DEFAULT_LEVELS, MAX_LEVELS);
        return Answers.await(books.depth(symbol, levels)).map(DepthView::of).orElseThrow(Answers::unknownBook);
    }

    @DeleteMapping("/{symbol}")
    @Operation(
            operationId = "forget",
            summary = "Forget a book",
            description = "The book, its history and its numbering of quotes are gone at once.")
    ResponseEntity<Void> forget(@PathVariable String symbol) {
        state(symbol);
        if (!Answers.await(books.forget(symbol))) {
            throw Answers.unknownBook();
        }
        return ResponseEntity.noContent().build();
    }

    private BookState state(String symbol) {
        Answers.checkName(symbol);
        BookState state = books.state(symbol);
        if (state == null) {
            throw Answers.unknownBook();
        }
        return state;
    }

    /**
     * Some of the books.
     *
     * @param total how many there are
     */
    record BookList(List<BookQuote> books, int total) {}
}
