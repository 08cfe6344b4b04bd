package io.touchline.web;

import io.touchline.convert.BadOptionException;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The parameters of a request's URL alone.
 *
 * <p>{@link HttpServletRequest#getParameter} reads a form from the body as well, and a body that curl sends without a Content-Type of its own
 * says that it is a form: its level 3 would be gone.
 */
public final class QueryString {

    private QueryString() {}

    /** All values of each parameter, in their order. */
    public static Map<String, List<String>> of(HttpServletRequest request) {
        Map<String, List<String>> parameters = new LinkedHashMap<>();
        String query = request.getQueryString();
        if (query != null) {
            for (String pair : query.split("&", -1)) {
                add(pair, parameters);
            }
        }
        return parameters;
    }

    private static void add(String pair, Map<String, List<String>> parameters) {
        if (pair.isEmpty()) {
            return;
        }
        int equals = pair.indexOf('=');
        String name = decode(equals < 0 ? pair : pair.substring(0, equals));
        String value = equals < 0 ? "" : decode(pair.substring(equals + 1));
        parameters.computeIfAbsent(name, each -> new ArrayList<>()).add(value);
    }

    private static String decode(String text) {
        try {
            return URLDecoder.decode(text, StandardCharsets.UTF_8);
        } catch (IllegalArgumentException e) {
            throw new BadOptionException("of the URL", "percent-encoded UTF-8", text);
        }
    }
}
