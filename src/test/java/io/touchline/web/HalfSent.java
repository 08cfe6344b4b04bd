package io.touchline.web;

import java.io.BufferedInputStream;
import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A client that sends its request piece by piece, as none of the clients of the JDK does. */
final class HalfSent implements Closeable {

    private static final String HEAD_END = "\r\n\r\n";
    private static final String LAST_CHUNK = "\r\n0\r\n\r\n";
    private static final Pattern LENGTH = Pattern.compile("(?i)\r\ncontent-length: *(\\d+)\r\n");

    private final Socket socket;
    private final InputStream in;

    private HalfSent(Socket socket) throws IOException {
        this.socket = socket;
        in = new BufferedInputStream(socket.getInputStream());
    }

    /** Sends the head of a request and the start of its body. */
    static HalfSent post(RunningService service, String call, String contentType, String start) throws IOException {
        HalfSent sent = new HalfSent(new Socket(InetAddress.getLoopbackAddress(), service.port()));
        sent.socket.setSoTimeout(60_000);
        sent.send("POST /api/v1/" + call + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + contentType
                + "\r\nContent-Length: 1000000000\r\nConnection: close\r\n\r\n" + start);
        return sent;
    }

    /** Sends the head of a request whose body comes in chunks, and the first of them. */
    static HalfSent chunked(RunningService service, String call, String chunk) throws IOException {
        HalfSent sent = new HalfSent(new Socket(InetAddress.getLoopbackAddress(), service.port()));
        sent.socket.setSoTimeout(60_000);
        sent.send(
                "POST /api/v1/" + call + " HTTP/1.1\r\nHost: localhost\r\nTransfer-Encoding: chunked\r\n\r\n" + chunk);
        return sent;
    }

    /** Sends a text as it is. */
    static HalfSent of(RunningService service, String text) throws IOException {
        HalfSent sent = new HalfSent(new Socket(InetAddress.getLoopbackAddress(), service.port()));
        sent.socket.setSoTimeout(60_000);
        sent.send(text);
        return sent;
    }

    void send(String text) throws IOException {
        socket.getOutputStream().write(text.getBytes(StandardCharsets.UTF_8));
        socket.getOutputStream().flush();
    }

    /** Sends bytes as they are. */
    void send(byte[] bytes) throws IOException {
        socket.getOutputStream().write(bytes);
        socket.getOutputStream().flush();
    }

    /** The next byte of the answer. */
    int read() throws IOException {
        return in.read();
    }

    /** The next bytes of the answer. */
    byte[] read(int bytes) throws IOException {
        return in.readNBytes(bytes);
    }

    /** The answer: its head, and its body where there is one. */
    String answer() throws IOException {
        String head = upTo(HEAD_END);
        Matcher length = LENGTH.matcher(head);
        if (length.find()) {
            return head + new String(read(Integer.parseInt(length.group(1))), StandardCharsets.UTF_8);
        }
        return head
                + (head.toLowerCase(Locale.ROOT).contains("\r\ntransfer-encoding: chunked\r\n")
                        ? upTo(LAST_CHUNK)
                        : "");
    }

    /** What comes up to an end, or to that of the connection. */
    private String upTo(String end) throws IOException {
        StringBuilder text = new StringBuilder();
        for (int b = read(); b >= 0; b = read()) {
            text.append((char) b);
            if (text.indexOf(end, Math.max(0, text.length() - end.length())) >= 0) {
                return text.toString();
            }
        }
        return text.toString();
    }

    /** Goes away without a word. */
    void reset() throws IOException {
        socket.setSoLinger(true, 0);
        socket.close();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
