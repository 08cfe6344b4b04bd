package io.touchline.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The notebook that is shipped: it was run to its end, and its commands still answer what it shows. */
class NotebookTest {

    private static final Path NOTEBOOK = Path.of("http-examples", "level-1.ipynb");
    private static final Path BEAM_OPTIONS =
            Path.of("src", "beam", "java", "io", "touchline", "beam", "L1Options.java");

    private static final Pattern COMMAND =
            Pattern.compile("(?m)^\\s*(?:\\w+ = )?!java -jar target/touchline\\.jar ((?:convert|generate) .*)$");
    private static final Pattern BEAM_ARGS = Pattern.compile("-Dbeam\\.args=\"([^\"]*)\"");
    private static final Pattern BEAM_OPTION = Pattern.compile("--(\\w+)=\\S+");

    /** Names of hosts, and paths of the machine that it was run on. */
    private static final Pattern OUTSIDE = Pattern.compile("://|www\\.|\\.com\\b|\\.org\\b|(?m)(?:^|[\\s\"'=(])/\\w+/");

    /** What differs from run to run, and with the compressor of the Java that is there. */
    private static final Pattern VARYING = Pattern.compile("(?m)^(bytes read|seconds|rows/s) .*$");

    private final JsonNode cells = JsonMapper.shared().readTree(NOTEBOOK).get("cells");
    private final Path folder;

    NotebookTest(@TempDir Path folder) {
        this.folder = folder;
    }

    @Test
    void everyCodeCellWasRunInItsTurnAndNoneFailed() {
        List<JsonNode> code = code();

        assertThat(code.stream().map(cell -> cell.get("execution_count").asInt()))
                .isEqualTo(IntStream.rangeClosed(1, code.size()).boxed().toList())
                .hasSizeGreaterThan(5);
        assertThat(outputs().stream().map(output -> output.get("output_type").asString()))
                .doesNotContain("error");
    }

    @Test
    void itsChartsAreKept() {
        List<String> pictures = outputs().stream()
                .map(output -> output.path("data").path("image/png").asString(""))
                .filter(picture -> !picture.isEmpty())
                .toList();

        assertThat(pictures).hasSize(2).allSatisfy(picture -> assertThat(picture.startsWith("iVBOR"))
                .isTrue());
    }

    @Test
    void itsCommandsStillAnswerWhatItShows() {
        List<String> commands = COMMAND.matcher(sources())
                .results()
                .map(found -> found.group(1))
                .toList();

        assertThat(commands).hasSize(2);
        for (String command : commands) {
            String told = run(command.replace("target/notebook", folder.toString()));
            assertThat(texts().contains(VARYING.matcher(told).replaceAll("")))
                    .as(command)
                    .isTrue();
        }
    }

    @Test
    void itsBeamOptionsExist() throws Exception {
        Matcher args = BEAM_ARGS.matcher(sources());

        assertThat(args.find()).isTrue();
        List<String> options = BEAM_OPTION
                .matcher(args.group(1))
                .results()
                .map(found -> found.group(1))
                .filter(option ->
                        !List.of("runner", "flinkMaster", "parallelism").contains(option))
                .toList();
        String known = Files.readString(BEAM_OPTIONS).toLowerCase(Locale.ROOT);
        assertThat(options).contains("input", "output").allSatisfy(option -> assertThat(known)
                .contains(" get" + option + "("));
    }

    @Test
    void namesNeitherAHostNorAPlaceOnAMachine() {
        assertThat(outside(sources())).isEmpty();
        assertThat(outside(texts())).isEmpty();
        for (JsonNode output : outputs()) {
            assertThat(outside(text(output.path("data").path("text/html")))).isEmpty();
        }
    }

    private static List<String> outside(String text) {
        return OUTSIDE.matcher(text).results().map(MatchResult::group).toList();
    }

    private static String run(String command) {
        ByteArrayOutputStream told = new ByteArrayOutputStream();
        PrintStream err = new PrintStream(told, true, StandardCharsets.UTF_8);
        StandardStreams streams = new StandardStreams(InputStream.nullInputStream(), told, err, false);

        int exitCode = Commands.run(streams, command.split(" "));

        assertThat(exitCode).as(command).isZero();
        return told.toString(StandardCharsets.UTF_8);
    }

    private List<JsonNode> code() {
        return cells.valueStream()
                .filter(cell -> cell.get("cell_type").asString().equals("code"))
                .toList();
    }

    private List<JsonNode> outputs() {
        return code().stream()
                .flatMap(cell -> cell.get("outputs").valueStream())
                .toList();
    }

    private String sources() {
        return cells.valueStream().map(cell -> text(cell.get("source"))).collect(Collectors.joining("\n"));
    }

    /** All that was shown as text, without what varies. */
    private String texts() {
        String texts = outputs().stream()
                .map(output ->
                        text(output.path("text")) + text(output.path("data").path("text/plain")))
                .collect(Collectors.joining("\n"));
        return VARYING.matcher(texts).replaceAll("");
    }

    /** A text of a notebook: one string, or a list of lines. */
    private static String text(JsonNode text) {
        return text.isArray()
                ? text.valueStream().map(JsonNode::asString).collect(Collectors.joining())
                : text.asString("");
    }
}
