package io.touchline.web.live;

import io.touchline.live.LiveBooks;
import org.springframework.boot.health.contributor.Health;
import org.springframework.boot.health.contributor.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether messages can be taken: the replay is over, since the service does not answer before, and the journal can be written. */
@Component("booksHealthIndicator")
class BooksHealth implements HealthIndicator {

    private final LiveBooks books;

    BooksHealth(LiveBooks books) {
        this.books = books;
    }

    @Override
    public Health health() {
        return books.isWritable() ? Health.up().build() : Health.down().build();
    }
}
