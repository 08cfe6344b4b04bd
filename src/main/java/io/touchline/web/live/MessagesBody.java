package io.touchline.web.live;

import io.touchline.convert.BoundedInput;
import io.touchline.convert.ByteSource;
import io.touchline.convert.DamagedGzipException;
import io.touchline.convert.Gzip;
import io.touchline.live.LiveRequest;
import io.touchline.web.BodyHeaders;
import io.touchline.web.BodyLimit;
import jakarta.servlet.http.HttpServletRequest;
import java.io.BufferedInputStream;
import java.io.IOException;
import org.springframework.stereotype.Component;

/** Reads the messages of an upload, JSON or CSV, plain or gzip, as they come: all of them or none. Any thread. */
@Component
final class MessagesBody {

    private final JsonMessages json;
    private final CsvMessages csv;
    private final BodyLimit limit;

    MessagesBody(JsonMessages json, CsvMessages csv, BodyLimit limit) {
        this.json = json;
        this.csv = csv;
        this.limit = limit;
    }

    /**
     * Reads a request's messages for a book.
     *
     * @throws UnreadableMessageException for JSON that cannot be read
     * @throws io.touchline.csv.UnreadableInputException for CSV that cannot be read
     */
    LiveRequest read(String symbol, HttpServletRequest request) throws IOException {
        MessagesForm form = MessagesForm.of(BodyHeaders.type(request, limit.bytes()));
        ByteSource source = new ByteSource(new BoundedInput(request.getInputStream(), limit.bytes()));
        LiveRequest read = read(symbol, form, source);
        source.checkNotFailed();
        return read;
    }

    private LiveRequest read(String symbol, MessagesForm form, ByteSource source) throws IOException {
        try {
            BufferedInputStream text = new BufferedInputStream(Gzip.unpack(source));
            MessagesForm seen = form.seen(text);
            return seen == MessagesForm.CSV
                    ? csv.read(symbol, text)
                    : json.read(symbol, text, seen == MessagesForm.LINES);
        } catch (DamagedGzipException e) {
            throw new UnreadableMessageException(0, null, JsonBody.WHOLE_GZIP, JsonBody.DAMAGED_GZIP);
        }
    }
}
