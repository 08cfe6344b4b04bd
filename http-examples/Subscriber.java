import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.WebSocket;
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

    public static void main(String[] args) throws InterruptedException {
        for (long next = 0; ; ) {
            Subscriber subscriber = new Subscriber();
            subscriber.next = next;
            String from = next == 0 ? "" : ",\"from\":" + next;
            String command = "{\"op\":\"subscribe\",\"symbols\":[\"" + args[1] + "\"]" + from + "}";
            HttpClient.newHttpClient().newWebSocketBuilder().buildAsync(URI.create(args[0]), subscriber)
                    .thenCompose(socket -> socket.sendText(command, true))
                    .thenAccept(socket -> subscriber.cut.thenRun(socket::abort))
                    .exceptionally(failure -> { subscriber.cut.complete(failure.toString()); return null; });
            do { // the service sends a heartbeat every 5 s
                TimeUnit.MILLISECONDS.sleep(500);
            } while (!subscriber.cut.isDone() && System.nanoTime() - subscriber.heard < 15_000_000_000L);
            subscriber.cut.complete("silence");
            System.err.println("cut: " + subscriber.cut.join());
            next = subscriber.next;
        }
    }

    public CompletionStage<?> onText(WebSocket socket, CharSequence part, boolean last) {
        heard = System.nanoTime();
        frame.append(part);
        if (last && !cut.isDone()) print(frame.toString());
        if (last) frame.setLength(0);
        socket.request(1);
        return null;
    }

    void print(String text) {
        Matcher quote = QUOTE.matcher(text);
        if (quote.matches()) {
            next = Long.parseLong(quote.group(1)) + 1;
            System.out.println(text);
        } else if (text.startsWith("{\"type\":\"lagging\"")) {
            cut.complete(text); // comes again for what it missed
        } else if (text.startsWith("{\"type\":\"too_old\"") || text.startsWith("{\"type\":\"forgotten\"")) {
            next = 0; // begins anew with the quote now
            cut.complete(text);
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
