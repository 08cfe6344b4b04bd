package io.touchline.topic;

import io.touchline.csv.Found;
import io.touchline.csv.L3Reader;
import io.touchline.csv.ReaderLimits;
import io.touchline.csv.UnreadableInputException;
import io.touchline.csv.UnreadableRow;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.Message;
import io.touchline.feed.MessageBatch;
import io.touchline.live.LiveRequest;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.util.zip.GZIPInputStream;

/**
 * Reads values of the level 3 topic that are text: all rows, or none. One thread.
 *
 * <p>A {@code symbol} column may be there; its cells must be the key.
 */
final class TextMessages {

    private static final ReaderLimits LIMITS = new ReaderLimits(64 << 10, 256, 1_000_000, 2);
    private static final int REQUEST_BYTES = 64 << 20;
    private static final int MESSAGES_PER_BATCH = 64;

    private static final int GZIP_0 = 0x1F;
    private static final int GZIP_1 = 0x8B;

    private final MessageBatch batch = new MessageBatch(MESSAGES_PER_BATCH);
    private final Message message = new Message();

    /** @throws UnreadableRecordException when a row cannot be read, there is none, or there are too many */
    LiveRequest read(String symbol, byte[] text) {
        try (InputStream in = open(text)) {
            return read(symbol, new L3Reader(in, LIMITS, null));
        } catch (IOException e) {
            throw new UnreadableRecordException("value: expected whole gzip data, found damaged gzip data");
        } catch (UnreadableInputException | LimitExceededException e) {
            throw new UnreadableRecordException(String.valueOf(e.getMessage()));
        }
    }

    private static InputStream open(byte[] text) throws IOException {
        InputStream in = new ByteArrayInputStream(text);
        boolean gzip = text.length > 1 && (text[0] & 0xFF) == GZIP_0 && (text[1] & 0xFF) == GZIP_1;
        return gzip ? new GZIPInputStream(in) : in;
    }

    private LiveRequest read(String symbol, L3Reader reader) throws IOException {
        LiveRequest request = new LiveRequest(symbol, REQUEST_BYTES);
        while (reader.read(batch.clear())) {
            if (reader.hasSymbols()) {
                checkSymbols(symbol, reader);
            }
            request.add(batch);
        }
        if (request.messages() == 0) {
            throw new UnreadableRecordException("value: expected a row behind the header, found none");
        }
        return request;
    }

    private void checkSymbols(String symbol, L3Reader reader) {
        for (int at = batch.begin(); at < batch.end(); at += message.length()) {
            message.moveTo(batch.words(), at);
            String found = reader.symbols().name(message.symbol());
            if (!found.equals(symbol)) {
                String expected = Found.text(symbol) + " as in the key";
                throw new UnreadableInputException(
                        new UnreadableRow(message.line(), "symbol", expected, Found.text(found)));
            }
        }
    }
}
