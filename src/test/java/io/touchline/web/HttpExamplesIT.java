package io.touchline.web;

import static io.touchline.web.RunningService.json;
import static io.touchline.web.RunningService.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.net.URLConnection;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Sends every request of {@code http-examples}: it must be answered as the comments above it say. */
class HttpExamplesIT {

    private static final Path FOLDER = Path.of("http-examples");
    private static final Pattern ID_OF_AN_ANSWER = Pattern.compile("\\{\\{(\\w+)\\.response\\.body\\.\\$\\.id}}");
    private static final String FILE = "< ./";

    private final RunningService service = RunningService.shared();
    private final Map<String, String> idByName = new HashMap<>();
    private String id = "";
    private String symbol = "";

    @ParameterizedTest
    @ValueSource(strings = {"l1.http", "conversions.http", "live.http", "demo.http", "service.http"})
    void everyRequestIsAnsweredAsItsCommentsSay(String file) throws IOException {
        symbol = variable("symbol", Files.readString(FOLDER.resolve(file)));
        for (HttpExample example : examples(file)) {
            if (example.target().endsWith("/stream")) {
                assertStream(example);
                continue;
            }
            HttpResponse<byte[]> answer = send(example);

            assertThat(answer.statusCode())
                    .as(() -> example.title() + ": " + text(answer))
                    .isEqualTo(example.status());
            if (!example.answer().isEmpty()) {
                Shown.assertSame(example.title(), example.answer(), text(answer));
            }
        }
    }

    private static String variable(String name, String file) {
        Matcher found = Pattern.compile("(?m)^@" + name + " = (\\S+)$").matcher(file);
        return found.find() ? found.group(1) : "";
    }

    /** A stream does not end: as much of it is read as is shown. */
    private void assertStream(HttpExample example) throws IOException {
        URLConnection connection = service.uri(call(example)).toURL().openConnection();
        connection.setReadTimeout(60_000);
        connection.setRequestProperty(
                example.headers().get(0), example.headers().get(1));
        try (InputStream in = connection.getInputStream()) {
            byte[] found = in.readNBytes(example.answer().getBytes(StandardCharsets.UTF_8).length);

            assertThat(new String(found, StandardCharsets.UTF_8)).isEqualTo(example.answer());
        }
    }

    @Test
    void everyCallHasAnExample() throws IOException {
        Set<String> examples = new TreeSet<>();
        for (HttpExample example : examples("l1.http", "conversions.http", "live.http", "demo.http")) {
            String path = example.target().replace("{{host}}", "").replaceAll("\\?.*", "");
            examples.add(example.method() + " " + path.replace("{{", "{").replace("}}", "}"));
        }

        assertThat(examples).isEqualTo(calls());
    }

    private Set<String> calls() {
        Set<String> calls = new TreeSet<>();
        JsonNode paths = json(service.get("/v3/api-docs")).path("paths");
        for (String path : paths.propertyNames()) {
            paths.path(path).propertyNames().forEach(method -> calls.add(method.toUpperCase(Locale.ROOT) + " " + path));
        }
        return calls;
    }

    private static List<HttpExample> examples(String... files) throws IOException {
        StringBuilder all = new StringBuilder();
        for (String file : files) {
            all.append(Files.readString(FOLDER.resolve(file))).append('\n');
        }
        return HttpExample.of(all.toString());
    }

    private HttpResponse<byte[]> send(HttpExample example) throws IOException {
        if (!example.id().isEmpty()) {
            id = ID_OF_AN_ANSWER.matcher(example.id()).replaceAll(match -> idByName.get(match.group(1)));
        }
        String[] headers = example.headers().toArray(String[]::new);
        HttpResponse<byte[]> answer =
                service.send(example.method(), call(example), BodyPublishers.ofString(body(example)), headers);
        if (!example.name().isEmpty()) {
            idByName.put(example.name(), json(answer).path("id").asString());
        }
        return answer;
    }

    private String call(HttpExample example) {
        return example.target().replace("{{host}}", "").replace("{{id}}", id).replace("{{symbol}}", symbol);
    }

    private static String body(HttpExample example) {
        return example.body().stream().map(HttpExamplesIT::contents).collect(Collectors.joining("\r\n"));
    }

    private static String contents(String line) {
        try {
            return line.startsWith(FILE) ? Files.readString(FOLDER.resolve(line.substring(FILE.length()))) : line;
        } catch (IOException e) {
            throw new AssertionError(line, e);
        }
    }
}
