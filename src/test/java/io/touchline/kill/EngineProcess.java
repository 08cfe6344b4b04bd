package io.touchline.kill;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.cli.PackagedJar;
import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** A process of {@link EngineMain}. */
final class EngineProcess implements BooksProcess {

    /** The call that nobody makes: it is answered once the books are open. */
    static final long OPEN = 0;

    /** For a process that lives for a second. */
    static final List<String> QUICK_START = List.of("-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC", "-Xshare:auto");

    private final Process process;
    private final OutputStream out;
    private final AtomicLong calls = new AtomicLong(OPEN);
    private final Map<Long, Consumer<@Nullable String>> waiting = new ConcurrentHashMap<>();
    private final CompletableFuture<String> open;
    private final Thread reader = new Thread(this::read, "engine-answers");
    private volatile boolean over;

    private EngineProcess(Process process) {
        this.process = process;
        out = process.getOutputStream();
        open = expected(OPEN);
        reader.start();
    }

    static EngineProcess start(Path dir) throws IOException {
        List<String> command = new ArrayList<>(List.of("" + PackagedJar.JAVA));
        command.addAll(QUICK_START);
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), EngineMain.class.getName(), "" + dir));
        return new EngineProcess(new ProcessBuilder(command)
                .redirectError(ProcessBuilder.Redirect.INHERIT)
                .start());
    }

    @Override
    public void awaitOpen() throws IOException {
        await(open);
    }

    @Override
    public void send(Request request) throws IOException {
        assertThat(ask("send", request.symbol(), request.csv())).isEmpty();
    }

    @Override
    public void forget(String symbol) throws IOException {
        assertThat(ask("forget", symbol, "")).isEmpty();
    }

    @Override
    public void follow(String symbol, long from, Heard heard) throws IOException {
        long call = calls.incrementAndGet();
        waiting.put(call, quote -> {
            if (quote != null) {
                int blank = quote.indexOf(' ');
                heard.quote(Long.parseLong(quote.substring(0, blank)), quote.substring(blank + 1));
            }
        });
        write(call, "follow", symbol, "" + from);
    }

    @Override
    public List<String> history(String symbol, String emit) throws IOException {
        return ask("history", symbol, emit.toUpperCase(Locale.ROOT))
                .lines()
                .skip(1)
                .toList();
    }

    @Override
    public String view(String symbol) throws IOException {
        return ask("view", symbol, "");
    }

    @Override
    public int kill() throws InterruptedException {
        process.destroyForcibly();
        int exit = process.waitFor();
        reader.join();
        return exit;
    }

    private String ask(String name, String symbol, String argument) throws IOException {
        long call = calls.incrementAndGet();
        CompletableFuture<String> answer = expected(call);
        write(call, name, symbol, argument);
        return await(answer);
    }

    private static String await(CompletableFuture<String> answer) throws IOException {
        try {
            return answer.join();
        } catch (CompletionException e) {
            throw new IOException(e);
        }
    }

    private CompletableFuture<String> expected(long call) {
        CompletableFuture<String> answer = new CompletableFuture<>();
        waiting.put(call, text -> {
            waiting.remove(call);
            if (text == null) {
                answer.completeExceptionally(new IOException("the process has ended"));
            } else {
                answer.complete(text);
            }
        });
        return answer;
    }

    private void write(long call, String name, String symbol, String argument) throws IOException {
        if (over) {
            throw new IOException("the process has ended");
        }
        ByteArrayOutputStream bytes = new ByteArrayOutputStream();
        byte[] text = argument.getBytes(StandardCharsets.UTF_8);
        DataOutputStream data = new DataOutputStream(bytes);
        data.writeLong(call);
        data.writeUTF(name);
        data.writeUTF(symbol);
        data.writeInt(text.length);
        data.write(text);
        synchronized (out) {
            bytes.writeTo(out);
            out.flush();
        }
    }

    private void read() {
        try (DataInputStream in = new DataInputStream(new BufferedInputStream(process.getInputStream()))) {
            while (true) {
                long call = in.readLong();
                byte[] text = new byte[in.readInt()];
                in.readFully(text);
                Consumer<@Nullable String> waits = waiting.get(call);
                if (waits != null) {
                    waits.accept(new String(text, StandardCharsets.UTF_8));
                }
            }
        } catch (IOException e) {
            over = true;
            waiting.values().forEach(each -> each.accept(null));
        }
    }
}
