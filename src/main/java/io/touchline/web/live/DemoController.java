package io.touchline.web.live;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import io.touchline.demo.DemoFeed;
import io.touchline.demo.DemoState;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Plays a made-up market into a book, for those who have no feed at hand. */
@RestController
@RequestMapping(path = DemoController.PATH, produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Demo feed", description = "A made-up market, played into the book " + DemoFeed.SYMBOL)
class DemoController {

    static final String PATH = "/api/v1/demo";

    private final DemoFeed demo;

    DemoController(DemoFeed demo) {
        this.demo = demo;
    }

    @PostMapping
    @Operation(
            operationId = "startDemo",
            summary = "Start the demo feed, or change its speed",
            description =
                    "Plays a made-up market into the book " + DemoFeed.SYMBOL
                            + ", as a client would: at the pace of its own"
                            + " times, ten times that, or as fast as the books take it. It begins with an image, and sequence numbers and"
                            + " times go on above those that the book has. It ends by itself after most_messages or most_seconds.")
    DemoView start(HttpServletRequest request) throws IOException {
        Query.of(request);
        return view(demo.start(DemoCommand.speed(request)));
    }

    @GetMapping
    @Operation(
            operationId = "demo",
            summary = "Show the demo feed",
            description = "Whether it plays, and how far it is.")
    DemoView state(HttpServletRequest request) {
        Query.of(request);
        return view(demo.state());
    }

    @DeleteMapping
    @Operation(
            operationId = "stopDemo",
            summary = "Stop the demo feed",
            description =
                    "All that it sent is applied when this is answered. The book stays. To stop what does not play is no error.")
    DemoView stop(HttpServletRequest request) {
        Query.of(request);
        return view(demo.stop());
    }

    private DemoView view(DemoState state) {
        return DemoView.of(state, demo.limits());
    }
}
