package io.touchline.web.live;

import io.touchline.convert.DamagedGzipException;
import io.touchline.csv.Found;
import io.touchline.csv.L3Reader;
import io.touchline.csv.ReaderLimits;
import io.touchline.csv.UnreadableInputException;
import io.touchline.csv.UnreadableRow;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import io.touchline.feed.Message;
import io.touchline.feed.MessageBatch;
import io.touchline.live.LiveBooks;
import io.touchline.live.LiveRequest;
import java.io.IOException;
import java.io.InputStream;
import org.jspecify.annotations.Nullable;

/**
 * Reads level 3 as CSV into requests for live books: all rows of a body, or none. Any thread.
 *
 * <p>A {@code symbol} column may be there; its cells must name the book.
 */
public final class CsvMessages {

    private static final int MESSAGES_PER_BATCH = 1024;

    private final LiveBooks books;
    private final ReaderLimits limits;
    private final int messages;

    /**
     * A reader.
     *
     * @param messages rows of a request at most
     */
    public CsvMessages(LiveBooks books, ReaderLimits limits, int messages) {
        this.books = books;
        this.limits = limits;
        this.messages = messages;
    }

    /**
     * Reads messages for one book.
     *
     * @throws UnreadableInputException at the first row that cannot be read
     * @throws LimitExceededException when a limit is passed
     * @throws IOException when the stream fails
     */
    LiveRequest read(String symbol, InputStream body) throws IOException {
        L3Reader reader = open(body);
        try {
            return read(symbol, reader);
        } catch (DamagedGzipException e) {
            throw unreadable(reader.line(), null, JsonBody.WHOLE_GZIP, JsonBody.DAMAGED_GZIP);
        }
    }

    private L3Reader open(InputStream body) throws IOException {
        try {
            return new L3Reader(body, limits, null);
        } catch (DamagedGzipException e) {
            throw unreadable(1, null, JsonBody.WHOLE_GZIP, JsonBody.DAMAGED_GZIP);
        }
    }

    private LiveRequest read(String symbol, L3Reader reader) throws IOException {
        LiveRequest request = books.request(symbol);
        MessageBatch batch = new MessageBatch(MESSAGES_PER_BATCH);
        while (reader.read(batch.clear())) {
            if (reader.hasSymbols()) {
                checkSymbols(symbol, reader, batch);
            }
            request.add(batch);
            if (request.messages() > messages) {
                throw new LimitExceededException(Limit.REQUEST_MESSAGES, messages, reader.line());
            }
        }
        if (request.messages() == 0) {
            throw unreadable(reader.line(), null, "a row behind the header", "none");
        }
        return request;
    }

    private static void checkSymbols(String symbol, L3Reader reader, MessageBatch batch) {
        Message message = new Message();
        for (int at = batch.begin(); at < batch.end(); at += message.length()) {
            message.moveTo(batch.words(), at);
            String found = reader.symbols().name(message.symbol());
            if (!found.equals(symbol)) {
                String expected = Found.text(symbol) + " as in the path";
                throw unreadable(message.line(), "symbol", expected, Found.text(found));
            }
        }
    }

    private static UnreadableInputException unreadable(
            long line, @Nullable String column, String expected, String found) {
        return new UnreadableInputException(new UnreadableRow(line, column, expected, found));
    }
}
