package io.touchline.web;

import io.touchline.feed.LimitExceededException;
import io.touchline.feed.LimitExceededException.Limit;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;

/** What the headers of an upload say of its body. Static. */
public final class BodyHeaders {

    private static final Set<String> ENCODINGS = Set.of("identity", "gzip", "x-gzip");
    private static final Set<String> CHARSETS = Set.of("UTF-8", "US-ASCII");

    private BodyHeaders() {}

    /**
     * The type of a body whose encoding, charset and length are found good.
     *
     * @return {@code application/octet-stream} when the header has none
     */
    public static MediaType type(HttpServletRequest request, long maxBytes) {
        checkEncoding(request.getHeader(HttpHeaders.CONTENT_ENCODING));
        MediaType type = type(request.getContentType());
        if (type.getCharset() != null && !CHARSETS.contains(type.getCharset().name())) {
            throw unsupported("expected charset UTF-8, found " + type.getCharset());
        }
        if (request.getContentLengthLong() > maxBytes) {
            throw new LimitExceededException(Limit.BODY_BYTES, maxBytes, 0);
        }
        return type;
    }

    private static void checkEncoding(@Nullable String encoding) {
        if (encoding != null && !ENCODINGS.contains(encoding.toLowerCase(Locale.ROOT))) {
            throw unsupported("expected Content-Encoding gzip or none, found " + encoding);
        }
    }

    private static MediaType type(@Nullable String text) {
        try {
            return text == null || text.isEmpty() ? MediaType.APPLICATION_OCTET_STREAM : MediaType.parseMediaType(text);
        } catch (InvalidMediaTypeException e) {
            throw unsupported("expected a Content-Type, found " + text);
        }
    }

    /** The problem of a body whose form is none of those that a call takes. */
    public static ProblemException unsupported(String detail) {
        return new ProblemException(Problem.of(
                HttpStatus.UNSUPPORTED_MEDIA_TYPE, "unsupported-media-type", "The body has an unknown form", detail));
    }
}
