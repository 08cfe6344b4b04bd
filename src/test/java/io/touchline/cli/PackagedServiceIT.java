package io.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** The service from its jar: made of the beans of the build, unless a setting says that these are others. */
@Timeout(value = 3, unit = TimeUnit.MINUTES)
class PackagedServiceIT {

    private static final Pattern STARTED = Pattern.compile("Tomcat started on port (\\d+)");
    private static final Pattern FILE_OF_THE_PAGE = Pattern.compile("page/[0-9a-f]{16}/main\\.js");
    private static final String PREPARED = "Starting AOT-processed Touchline";

    private final HttpClient client = HttpClient.newHttpClient();
    private final PackagedJar jar;
    private final List<Process> started = new ArrayList<>();

    PackagedServiceIT(@TempDir Path directory) {
        jar = new PackagedJar(directory);
    }

    @AfterEach
    void stop() throws InterruptedException {
        for (Process process : started) {
            process.destroy();
            process.waitFor();
        }
    }

    @Test
    void withoutSettingsOfSpringItIsMadeOfTheBeansOfTheBuild() throws Exception {
        int port = start();

        assertThat(jar.out()).contains(PREPARED);
        assertThat(status(port, "/actuator/health/readiness")).isEqualTo(200);
        assertThat(status(port, "/actuator/metrics")).isEqualTo(200);
        assertThat(status(port, "/actuator/env")).isEqualTo(404);
        assertThat(status(port, "/swagger-ui/index.html")).isEqualTo(200);
        assertThat(status(port, "/login")).isEqualTo(404);
        assertThat(get(port, "/v3/api-docs").body()).doesNotContain("securitySchemes");
    }

    @Test
    void pageAndItsFilesAreReadFromTheJar() throws Exception {
        int port = start();
        Matcher file = FILE_OF_THE_PAGE.matcher(get(port, "/").body());

        assertThat(file.find()).isTrue();
        assertThat(status(port, "/" + file.group())).isEqualTo(200);
    }

    @Test
    void tokenIsAskedForThoughTheBuildHadNone() throws Exception {
        int port = start("--touchline.security.token=secret");

        assertThat(jar.out()).contains(PREPARED);
        assertThat(status(port, "/actuator/metrics")).isEqualTo(401);
        assertThat(status(port, "/login")).isEqualTo(200);
        assertThat(get(port, "/v3/api-docs", "Authorization", "Bearer secret").body())
                .contains("securitySchemes");
    }

    @Test
    void settingsOfSpringAreObeyed() throws Exception {
        int port = start("--management.endpoints.web.exposure.include=health");

        assertThat(jar.out()).contains("Starting Touchline").doesNotContain(PREPARED);
        assertThat(status(port, "/actuator/health/readiness")).isEqualTo(200);
        assertThat(status(port, "/actuator/metrics")).isEqualTo(404);
    }

    /** Starts it with a setting of the server first, so that it is not taken for a command; answers its port. */
    private int start(String... settings) throws Exception {
        String[] all = new String[settings.length + 1];
        all[0] = "--server.port=0";
        System.arraycopy(settings, 0, all, 1, settings.length);
        Process process = jar.start(all);
        started.add(process);
        Matcher port = STARTED.matcher(jar.out());
        while (!port.find()) {
            assertThat(process.waitFor(50, TimeUnit.MILLISECONDS)).as("ended").isFalse();
            port = STARTED.matcher(jar.out());
        }
        return Integer.parseInt(port.group(1));
    }

    private int status(int port, String path) throws IOException, InterruptedException {
        return get(port, path).statusCode();
    }

    private HttpResponse<String> get(int port, String path, String... headers)
            throws IOException, InterruptedException {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path));
        if (headers.length > 0) {
            request.headers(headers);
        }
        return client.send(request.build(), BodyHandlers.ofString());
    }
}
