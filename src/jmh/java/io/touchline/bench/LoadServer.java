package io.touchline.bench;

import java.io.IOException;
import java.io.InputStream;
import java.net.HttpURLConnection;
import java.net.ServerSocket;
import java.net.URI;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server in a process of its own, under load. */
final class LoadServer implements AutoCloseable {

    /** The Java that runs this. */
    static final String JAVA =
            Path.of(System.getProperty("java.home"), "bin", "java").toString();

    private static final Pattern VALUE = Pattern.compile("\"value\":([0-9.E]+)");
    private static final Pattern COUNT = statistic("COUNT");
    private static final Pattern TOTAL = statistic("TOTAL_TIME");
    private static final Pattern MAX = statistic("MAX");
    private static final Pattern PEAK = Pattern.compile("VmHWM:\\s+(\\d+) kB");
    private static final long PATIENCE_NANOS = TimeUnit.MINUTES.toNanos(2);

    private final Process process;
    private final int port;
    private final Path log;
    private final double secondsToReady;

    private LoadServer(Process process, int port, Path log, double secondsToReady) {
        this.process = process;
        this.port = port;
        this.log = log;
        this.secondsToReady = secondsToReady;
    }

    /** Starts the service on a directory, with settings such as {@code touchline.live.durability=none}, and waits until it is ready. */
    static LoadServer service(Path dir, String... settings) throws IOException, InterruptedException {
        List<String> all = new ArrayList<>(List.of("touchline.live.segment-bytes=8GB"));
        all.addAll(List.of(settings));
        return service(dir, List.of("-cp", System.getProperty("java.class.path"), "io.touchline.Touchline"), all);
    }

    /** Starts the service from its jar, with options of Java, and waits until it is ready. */
    static LoadServer packaged(Path dir, Path jar, String... options) throws IOException, InterruptedException {
        List<String> java = new ArrayList<>(List.of(options));
        java.addAll(List.of("-jar", jar.toString()));
        return service(dir, java, List.of());
    }

    private static LoadServer service(Path dir, List<String> java, List<String> settings)
            throws IOException, InterruptedException {
        int port = freePort();
        List<String> arguments = new ArrayList<>(java);
        arguments.addAll(List.of("--server.port=" + port, "--touchline.data-dir=" + dir));
        for (String setting : settings) {
            arguments.add("--" + setting);
        }
        return start(dir, port, "/actuator/health/readiness", arguments);
    }

    /** Starts a {@link BareServer}. */
    static LoadServer bare(Path dir) throws IOException, InterruptedException {
        int port = freePort();
        return start(
                dir,
                port,
                "/",
                List.of(
                        "-cp",
                        System.getProperty("java.class.path"),
                        BareServer.class.getName(),
                        Integer.toString(port)));
    }

    private static LoadServer start(Path dir, int port, String ready, List<String> arguments)
            throws IOException, InterruptedException {
        Files.createDirectories(dir);
        Path log = dir.resolve("log.txt");
        List<String> command = new ArrayList<>(List.of(JAVA));
        command.addAll(arguments);
        long start = System.nanoTime();
        Process process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(log.toFile())
                .start();
        URL url = URI.create("http://127.0.0.1:" + port + ready).toURL();
        while (!isReady(url)) {
            if (!process.isAlive() || System.nanoTime() - start > PATIENCE_NANOS) {
                process.destroyForcibly();
                throw new IllegalStateException("the server does not start: " + Files.readString(log));
            }
            TimeUnit.MILLISECONDS.sleep(5);
        }
        return new LoadServer(process, port, log, (System.nanoTime() - start) / 1e9);
    }

    private static boolean isReady(URL url) {
        try {
            HttpURLConnection connection = (HttpURLConnection) url.openConnection();
            return connection.getResponseCode() == 200;
        } catch (IOException e) {
            return false;
        }
    }

    private static Pattern statistic(String name) {
        return Pattern.compile("\"statistic\":\"" + name + "\",\"value\":([0-9.E-]+)");
    }

    private static int freePort() throws IOException {
        try (ServerSocket socket = new ServerSocket(0)) {
            return socket.getLocalPort();
        }
    }

    int port() {
        return port;
    }

    double secondsToReady() {
        return secondsToReady;
    }

    /** What it logged so far. */
    String log() throws IOException {
        return Files.readString(log);
    }

    /** The value of one of its metrics, by the name that Actuator has for it. */
    double metric(String name) throws IOException {
        return Double.parseDouble(only(VALUE, actuator(name)));
    }

    /** The mean of one of its timers so far, by the name that Actuator has for it; seconds. */
    double meanSeconds(String timer) throws IOException {
        String answer = actuator(timer);
        return Double.parseDouble(only(TOTAL, answer)) / Double.parseDouble(only(COUNT, answer));
    }

    /** The longest of the last times of one of its timers, by the name that Actuator has for it; seconds. */
    double maxSeconds(String timer) throws IOException {
        return Double.parseDouble(only(MAX, actuator(timer)));
    }

    /** What a share of the times of one of its timers stayed below so far, as fine as the buckets that Prometheus is told; by that name; seconds. */
    double quantileSeconds(String timer, double share) throws IOException {
        Pattern bucket = Pattern.compile(timer + "_seconds_bucket\\{.*le=\"([0-9.E-]+)\"\\} ([0-9.E]+)");
        String text = get("/actuator/prometheus");
        double count = Double.parseDouble(only(Pattern.compile(timer + "_seconds_count.* ([0-9.E]+)"), text));
        return bucket.matcher(text)
                .results()
                .filter(each -> Double.parseDouble(each.group(2)) >= share * count)
                .mapToDouble(each -> Double.parseDouble(each.group(1)))
                .findFirst()
                .orElse(Double.POSITIVE_INFINITY);
    }

    private String actuator(String metric) throws IOException {
        return get("/actuator/metrics/" + metric);
    }

    private String get(String path) throws IOException {
        URL url = URI.create("http://127.0.0.1:" + port + path).toURL();
        try (InputStream in = url.openStream()) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    /** The most memory that the process has had, of all kinds, as Linux tells it; unit 10<sup>6</sup> bytes. */
    double peakMegabytes() throws IOException {
        String status = Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"));
        return Long.parseLong(only(PEAK, status)) * 1024 / 1e6;
    }

    private static String only(Pattern wanted, String text) {
        Matcher matcher = wanted.matcher(text);
        if (!matcher.find()) {
            throw new IllegalStateException("expected " + wanted + ", found " + text);
        }
        return matcher.group(1);
    }

    /** Ends it as an operator would; returns once it has ended. */
    void stop() {
        process.destroy();
        process.onExit().join();
    }

    /** Ends it as a crash would. */
    @Override
    public void close() {
        process.destroyForcibly().onExit().join();
    }
}
