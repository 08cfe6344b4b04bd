package io.touchline.web.live;

import io.touchline.web.BodyHeaders;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import org.springframework.http.MediaType;

/** The forms in which messages come. */
enum MessagesForm {
    /** Level 3 with a header. */
    CSV,
    /** One object, or one array of objects. */
    JSON,
    /** Objects one behind the other. */
    LINES,
    /** One of these, to be told by its first character. */
    UNKNOWN;

    private static final int MOST_BLANKS = 1024;

    /** The form of a body of a type. */
    static MessagesForm of(MediaType type) {
        String name = type.getType() + "/" + type.getSubtype();
        return switch (name) {
            case "text/csv", "application/csv" -> CSV;
            case "application/json" -> JSON;
            case "application/x-ndjson", "application/ndjson", "application/jsonl" -> LINES;
            case "application/gzip",
                    "application/x-gzip",
                    "text/plain",
                    MediaType.APPLICATION_OCTET_STREAM_VALUE,
                    MediaType.APPLICATION_FORM_URLENCODED_VALUE -> UNKNOWN;
            default ->
                throw BodyHeaders.unsupported("expected Content-Type application/json, application/x-ndjson,"
                        + " text/csv or application/gzip, found " + name);
        };
    }

    /** The form of what a stream brings, when a header did not say it; what was looked at is still there. */
    MessagesForm seen(BufferedInputStream text) throws IOException {
        return switch (this == UNKNOWN ? firstCharacter(text) : 0) {
            case 0 -> this;
            case '[' -> JSON;
            case '{' -> LINES;
            default -> CSV;
        };
    }

    private static int firstCharacter(InputStream text) throws IOException {
        text.mark(MOST_BLANKS);
        int c = ' ';
        for (int i = 0; i < MOST_BLANKS && (c == ' ' || c == '\t' || c == '\r' || c == '\n'); i++) {
            c = text.read();
        }
        text.reset();
        return c;
    }
}
