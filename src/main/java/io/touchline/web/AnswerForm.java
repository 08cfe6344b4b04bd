package io.touchline.web;

import io.touchline.csv.L1Format;
import jakarta.servlet.http.HttpServletRequest;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.InvalidMediaTypeException;
import org.springframework.http.MediaType;
import org.springframework.util.MimeTypeUtils;

/** The forms in which a conversion is answered, and which of them a client accepts. */
public enum AnswerForm {
    /** Level 1, a line per quote. */
    CSV("text/csv", "text/csv;charset=UTF-8", L1Format.CSV),
    /** Level 1, a JSON object per line. */
    NDJSON("application/x-ndjson", "application/x-ndjson", L1Format.NDJSON),
    /** The report alone. */
    REPORT("application/json", "application/json", L1Format.CSV);

    private static final Pattern REFUSED = Pattern.compile(".*;\\s*q=0(\\.0*)?\\s*");
    private static final Pattern COMMA = Pattern.compile(",");

    private final String type;
    private final String contentType;
    private final L1Format format;

    AnswerForm(String type, String contentType, L1Format format) {
        this.type = type;
        this.contentType = contentType;
        this.format = format;
    }

    public String contentType() {
        return contentType;
    }

    L1Format format() {
        return format;
    }

    /** What the client likes best; CSV when it has no opinion. */
    static AnswerForm of(HttpServletRequest request) {
        for (MediaType wanted : accepted(request)) {
            for (AnswerForm form : values()) {
                if (wanted.getQualityValue() > 0 && wanted.includes(MediaType.parseMediaType(form.type))) {
                    return form;
                }
            }
        }
        throw new ProblemException(Problem.of(
                HttpStatus.NOT_ACCEPTABLE,
                "not-acceptable",
                "The answer has no such form",
                "expected Accept to allow text/csv, application/json or application/x-ndjson"));
    }

    private static List<MediaType> accepted(HttpServletRequest request) {
        List<String> headers = Collections.list(request.getHeaders(HttpHeaders.ACCEPT));
        if (headers.isEmpty()) {
            return List.of(MediaType.ALL);
        }
        try {
            List<MediaType> types = new ArrayList<>(MediaType.parseMediaTypes(headers));
            MimeTypeUtils.sortBySpecificity(types);
            return types.stream()
                    .sorted(Comparator.comparingDouble(MediaType::getQualityValue)
                            .reversed())
                    .toList();
        } catch (InvalidMediaTypeException e) {
            return List.of();
        }
    }

    /** Whether the client accepts gzip. */
    public static boolean acceptsGzip(HttpServletRequest request) {
        return Collections.list(request.getHeaders(HttpHeaders.ACCEPT_ENCODING)).stream()
                .flatMap(COMMA::splitAsStream)
                .map(each -> each.strip().toLowerCase(Locale.ROOT))
                .anyMatch(each -> (each.equals("gzip") || each.startsWith("gzip;"))
                        && !REFUSED.matcher(each).matches());
    }
}
