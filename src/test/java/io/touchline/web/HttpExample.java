package io.touchline.web;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A request as a {@code .http} file has it, its variables not yet replaced, and what the comments above it say of its answer.
 *
 * @param name behind {@code # @name}; empty when there is none
 * @param id what the variable {@code id} is from here on; empty when this request does not set it
 * @param answer as the comments show it; empty when they do not
 * @param headers names and values in turn
 */
record HttpExample(
        String title,
        String name,
        String id,
        int status,
        String answer,
        String method,
        String target,
        List<String> headers,
        List<String> body) {

    private static final Pattern SEPARATOR = Pattern.compile("(?m)^### ");

    /** The requests of a file, in their order. */
    static List<HttpExample> of(String file) {
        return SEPARATOR
                .splitAsStream(file)
                .skip(1)
                .map(section -> of(section.lines().toList()))
                .toList();
    }

    private static HttpExample of(List<String> lines) {
        int request = 1;
        while (isAboveRequest(lines.get(request))) {
            request++;
        }
        List<String> above = lines.subList(1, request);
        int blank = request;
        while (blank < lines.size() && !lines.get(blank).isEmpty()) {
            blank++;
        }
        int status = statusAt(above);
        String[] call = lines.get(request).split(" ", 2);
        return new HttpExample(
                lines.get(0),
                behind("# @name ", above),
                behind("@id = ", above),
                Integer.parseInt(above.get(status).substring(2)),
                answer(above.subList(status + 1, above.size())),
                call[0],
                call[1],
                headers(lines.subList(request + 1, blank)),
                body(lines, blank + 1));
    }

    private static boolean isAboveRequest(String line) {
        return line.startsWith("#") || line.startsWith("@");
    }

    private static int statusAt(List<String> above) {
        int at = 0;
        while (!above.get(at).matches("# \\d{3}")) {
            at++;
        }
        return at;
    }

    private static String behind(String start, List<String> above) {
        return above.stream()
                .filter(line -> line.startsWith(start))
                .map(line -> line.substring(start.length()))
                .findFirst()
                .orElse("");
    }

    private static String answer(List<String> comments) {
        return String.join(
                "\n",
                comments.stream().map(line -> line.replaceFirst("^# ?", "")).toList());
    }

    private static List<String> headers(List<String> lines) {
        List<String> headers = new ArrayList<>();
        lines.forEach(line -> headers.addAll(List.of(line.split(": ", 2))));
        return headers;
    }

    /** The body's lines without the blank ones at its end, which only keep the next request away. */
    private static List<String> body(List<String> lines, int from) {
        int to = lines.size();
        while (to > from && lines.get(to - 1).isEmpty()) {
            to--;
        }
        return from < to ? lines.subList(from, to) : List.of();
    }
}
