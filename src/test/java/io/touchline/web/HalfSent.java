package io.touchline.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** A client that sends its request piece by piece, as none of the clients of the JDK does. */
final class HalfSent implements Closeable {

    private final Socket socket;

    private HalfSent(Socket socket) {
        this.socket = socket;
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
        return socket.getInputStream().read();
    }

    /** The next bytes of the answer. */
    byte[] read(int bytes) throws IOException {
        return socket.getInputStream().readNBytes(bytes);
    }

    /** The answer as far as one read brings it. */
    String answer() throws IOException {
        InputStream in = socket.getInputStream();
        byte[] buffer = new byte[10_000];
        int read = in.read(buffer);
        return new String(buffer, 0, Math.max(read, 0), StandardCharsets.UTF_8);
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
