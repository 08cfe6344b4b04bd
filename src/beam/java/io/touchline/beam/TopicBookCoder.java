package io.touchline.beam;

import io.touchline.binary.NumberReader;
import io.touchline.binary.NumberWriter;
import io.touchline.live.FeedLimits;
import io.touchline.topic.TopicBook;

/** The book of a stream as bytes. The limits that hold are the pipeline's. */
final class TopicBookCoder extends BookCoder<TopicBook, FeedLimits> {

    private static final long serialVersionUID = 1L;

    TopicBookCoder(FeedLimits limits) {
        super(limits);
    }

    @Override
    void write(TopicBook book, NumberWriter out) {
        book.write(out);
    }

    @Override
    TopicBook read(FeedLimits limits, NumberReader in) {
        return TopicBook.read(limits, in);
    }
}
