package io.touchline.web.live;

import io.touchline.convert.DamagedGzipException;
import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import io.touchline.live.LiveRequest;
import java.io.CharConversionException;
import java.io.IOException;
import java.util.Objects;
import java.util.function.Function;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.TokenStreamLocation;
import tools.jackson.core.exc.JacksonIOException;
import tools.jackson.core.exc.StreamConstraintsException;
import tools.jackson.core.exc.StreamReadException;
import tools.jackson.core.exc.UnexpectedEndOfInputException;

/** Reads the messages of one body, one by one, into requests. One thread, once. */
final class JsonBody {

    static final String WHOLE_GZIP = "gzip data up to its end";
    static final String DAMAGED_GZIP = "damaged or cut data";
    private static final String OBJECTS = "an object, or an array of objects";

    private final JsonParser json;
    private final JsonMessage message;
    private final MessageLimits limits;
    private final Function<JsonMessage, LiveRequest> requests;
    private long index;

    /**
     * A body to be read.
     *
     * @param requests where a message goes, decided before it is written there
     */
    JsonBody(JsonParser json, JsonMessage message, MessageLimits limits, Function<JsonMessage, LiveRequest> requests) {
        this.json = json;
        this.message = message;
        this.limits = limits;
        this.requests = requests;
    }

    /**
     * Reads all messages.
     *
     * @param lines whether they are objects one behind the other, and not one object or one array
     * @throws UnreadableMessageException at the first that cannot be read
     * @throws IOException when the stream fails
     */
    void read(boolean lines) throws IOException {
        try {
            if (lines) {
                readLines();
            } else {
                readValue();
            }
        } catch (UnexpectedEndOfInputException e) {
            throw unreadable("JSON up to its end", "the end of the body");
        } catch (StreamConstraintsException e) {
            throw new LimitExceededException(Limit.MESSAGE_BYTES, limits.messageBytes(), 0);
        } catch (StreamReadException e) {
            throw noJson();
        } catch (JacksonIOException e) {
            throw failed(Objects.requireNonNull(e.getCause()));
        }
    }

    /** A failure of the stream, unless what came over it is to blame. */
    private IOException failed(IOException cause) {
        if (cause instanceof CharConversionException) {
            throw noJson();
        }
        if (cause instanceof DamagedGzipException) {
            throw unreadable(WHOLE_GZIP, DAMAGED_GZIP);
        }
        return cause;
    }

    private void readLines() {
        while (json.nextToken() != null) {
            readMessage("an object");
        }
        checkNotEmpty();
    }

    private void readValue() {
        if (json.nextToken() == JsonToken.START_ARRAY) {
            while (json.nextToken() != JsonToken.END_ARRAY) {
                readMessage("an object");
            }
        } else if (json.currentToken() != null) {
            readMessage(OBJECTS);
        }
        checkNotEmpty();
        if (json.nextToken() != null) {
            throw unreadable("the end of the body", JsonKinds.of(json));
        }
    }

    private void readMessage(String expected) {
        if (json.currentToken() != JsonToken.START_OBJECT) {
            throw unreadable(expected, JsonKinds.of(json));
        }
        long start = offset(json.currentTokenLocation());
        message.read(json, index);
        LiveRequest request = requests.apply(message);
        message.writeTo(request.next());
        request.keep();
        index++;
        checkLimits(offset(json.currentLocation()) - start);
    }

    private void checkLimits(long length) {
        if (length > limits.messageBytes()) {
            throw new LimitExceededException(Limit.MESSAGE_BYTES, limits.messageBytes(), 0);
        }
        if (index > limits.messages()) {
            throw new LimitExceededException(Limit.REQUEST_MESSAGES, limits.messages(), 0);
        }
    }

    private void checkNotEmpty() {
        if (index == 0) {
            throw unreadable("a message", "nothing");
        }
    }

    /** Of bytes or of characters, as the source has them. */
    private static long offset(TokenStreamLocation location) {
        return Math.max(location.getByteOffset(), location.getCharOffset());
    }

    private UnreadableMessageException noJson() {
        TokenStreamLocation place = json.currentLocation();
        return unreadable(
                "JSON in UTF-8", "none near line " + place.getLineNr() + ", character " + place.getColumnNr());
    }

    private UnreadableMessageException unreadable(String expected, String found) {
        return new UnreadableMessageException(index, null, expected, found);
    }
}
