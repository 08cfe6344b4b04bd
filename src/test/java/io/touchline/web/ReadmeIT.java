package io.touchline.web;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Runs the commands of README.md that show an answer, one after another, against a service and the packaged jar: they must answer what it shows.
 *
 * <p>They stand in blocks marked {@code console}, behind {@code $}; a block marked {@code json} behind such a block is the answer of its last
 * command, spread over lines.
 */
class ReadmeIT {

    private static final List<String> FILES = List.of(
            "target/touchline.jar",
            "http-examples/l3-small.csv",
            "http-examples/l3-unreadable.csv",
            "http-examples/l3-sample.csv");

    private final Path directory;
    private final Map<String, String> idByShownId = new TreeMap<>();

    ReadmeIT(@TempDir Path directory) {
        this.directory = directory;
    }

    @Test
    void everyCommandAnswersWhatIsShown() throws Exception {
        copyFiles();
        List<Command> commands = commands(Files.readAllLines(Path.of("README.md")));

        assertThat(commands).hasSizeGreaterThan(10);
        for (Command command : commands) {
            String found = run(command.text);
            Shown.assertSame(command.text, command.answer.toString(), found);
            rememberId(command.answer.toString(), found);
        }
    }

    private void copyFiles() throws IOException {
        Files.createDirectory(directory.resolve("target"));
        Files.createDirectory(directory.resolve("http-examples"));
        for (String file : FILES) {
            Files.copy(Path.of(file), directory.resolve(file));
        }
        Files.writeString(directory.resolve(".curlrc"), "silent\nshow-error\n");
    }

    private static List<Command> commands(List<String> lines) {
        List<Command> commands = new ArrayList<>();
        String block = "";
        for (String line : lines) {
            if (line.startsWith("```")) {
                block = line.substring(3);
            } else if (block.equals("console") && line.startsWith("$ ")) {
                commands.add(new Command(line.substring(2), new StringBuilder()));
            } else if (block.equals("console") || block.equals("json")) {
                commands.get(commands.size() - 1).answer.append(line).append('\n');
            }
        }
        return commands;
    }

    private String run(String command) throws Exception {
        String text = command.replace("localhost:8080", "localhost:" + service().port());
        for (Map.Entry<String, String> id : idByShownId.entrySet()) {
            text = text.replace(id.getKey(), id.getValue());
        }
        Path answer = directory.resolve("answer");
        ProcessBuilder shell = new ProcessBuilder("sh", "-c", text)
                .directory(directory.toFile())
                .redirectErrorStream(true)
                .redirectOutput(answer.toFile());
        shell.environment().put("CURL_HOME", directory.toString());
        Path java = Path.of(System.getProperty("java.home"), "bin");
        shell.environment().merge("PATH", java + ":", (path, first) -> first + path);
        assertThat(shell.start().waitFor(2, TimeUnit.MINUTES)).as(command).isTrue();
        return Files.readString(answer);
    }

    private static RunningService service() {
        return RunningService.shared();
    }

    private void rememberId(String shown, String found) {
        Matcher shownId = Shown.ID.matcher(shown);
        Matcher foundId = Shown.ID.matcher(found);
        if (shownId.find() && foundId.find()) {
            idByShownId.put(shownId.group(), foundId.group());
        }
    }

    /** A command, and the answer that is shown. */
    private record Command(String text, StringBuilder answer) {}
}
