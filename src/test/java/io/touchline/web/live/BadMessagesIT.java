package io.touchline.web.live;

import io.touchline.web.RunningService;

/** Bad messages for books with a journal. */
class BadMessagesIT extends BadMessagesContract {

    BadMessagesIT() {
        super(RunningService.shared());
    }
}
