package io.touchline.web.live;

import io.touchline.web.RunningService;
import org.junit.jupiter.api.TestInfo;

/** The calls about live books, to books with a journal. */
class BooksCallIT extends BooksContract {

    BooksCallIT(TestInfo test) {
        super(RunningService.shared(), test);
    }
}
