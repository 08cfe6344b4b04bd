import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.TimeUnit;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Prints the quotes of a symbol; after a cut it goes on without a hole or a repeat. {@code java Subscriber.java ws://localhost:8080/ws/l1 ABC} */
class Subscriber implements WebSocket.Listener {
    static final Pattern QUOTE = Pattern.compile("\\{\"type\":\"quote\",.*?\"n\":(\\d+).*");
    final CompletableFuture<String> cut = new CompletableFuture<>();
    final StringBuilder frame = new StringBuilder();
    volatile long heard = System.nanoTime();
    volatile long next; // the n of the next quote; 0 for the quote now

    Subscriber(long next) {
        this.next = next;
    }

    public static void main(String[] args) throws InterruptedException {
        for (long next = 0; ; ) {
            Subscriber subscriber = new Subscriber(next);
            subscriber.listen(URI.create(args[0]), args[1]);
            next = subscriber.next;
        }
    }

    void listen(URI service, String symbol) throws InterruptedException {
        String from = next == 0 ? "" : ",\"from\":" + next;
        String command = "{\"op\":\"subscribe\",\"symbols\":[\"" + symbol + "\"]" + from + "}";
        HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(service, this).whenComplete((socket, failure) -> {
            if (failure != null) cut.complete(failure.toString());
            else socket.sendText(command, true);
            cut.thenRun(() -> Optional.ofNullable(socket).ifPresent(WebSocket::abort));
        });
        do { // the service sends a heartbeat every 5 s
            TimeUnit.MILLISECONDS.sleep(500);
        } while (!cut.isDone() && System.nanoTime() - heard < 15_000_000_000L);
        cut.complete("silence");
        System.err.println("cut: " + cut.join());
    }

    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        heard = System.nanoTime();
        frame.append(part);
        if (last && !cut.isDone()) {
            print(frame.toString());
            frame.setLength(0);
        }
        socket.request(1);
        return null;
    }

    void print(String text) {
        Matcher quote = QUOTE.matcher(text);
        if (quote.matches()) {
            next = Long.parseLong(quote.group(1)) + 1;
            System.out.println(text);
        } else if (text.contains("\"type\":\"too_old\"") || text.contains("\"type\":\"forgotten\"")) {
            next = 0; // begins anew with the quote now
            cut.complete(text);
        } else if (text.contains("\"type\":\"lagging\"")) {
            cut.complete(text); // comes again for what it missed
        }
    }

    public CompletionStage<?> onClose(WebSocket socket, int code, String reason) {
        cut.complete(code + " " + reason);
        return null;
    }

    public void onError(WebSocket socket, Throwable error) {
        cut.complete(error.toString());
    }
}
