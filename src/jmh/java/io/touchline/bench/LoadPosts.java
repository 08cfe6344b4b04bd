package io.touchline.bench;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/** A connection that posts bodies one after the other, each after the answer to the one before, and spends little on it. One thread. */
final class LoadPosts implements AutoCloseable {

    private final Socket socket;
    private final InputStream in;

    LoadPosts(int port) throws IOException {
        socket = new Socket(InetAddress.getLoopbackAddress(), port);
        socket.setTcpNoDelay(true);
        in = new BufferedInputStream(socket.getInputStream(), 8 << 10);
    }

    /** Posts a body; the answer must be a 200. */
    void post(String path, String type, byte[] body) {
        try {
            ByteArrayOutputStream request = new ByteArrayOutputStream(body.length + 200);
            request.writeBytes(("POST " + path + " HTTP/1.1\r\nHost: localhost\r\nContent-Type: " + type
                            + "\r\nContent-Length: " + body.length + "\r\n\r\n")
                    .getBytes(StandardCharsets.US_ASCII));
            request.writeBytes(body);
            request.writeTo(socket.getOutputStream());
            readAnswer();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void readAnswer() throws IOException {
        String status = line();
        int length = 0;
        boolean chunked = false;
        for (String header = line(); !header.isEmpty(); header = line()) {
            String lower = header.toLowerCase(Locale.ROOT);
            length = lower.startsWith("content-length:")
                    ? Integer.parseInt(header.substring(15).strip())
                    : length;
            chunked |= lower.startsWith("transfer-encoding: chunked");
        }
        String body = chunked ? chunks() : text(length);
        if (!status.startsWith("HTTP/1.1 200")) {
            throw new IOException(status + " " + body);
        }
    }

    private String chunks() throws IOException {
        StringBuilder body = new StringBuilder();
        for (int size = Integer.parseInt(line(), 16); size > 0; size = Integer.parseInt(line(), 16)) {
            body.append(text(size));
            line();
        }
        line();
        return body.toString();
    }

    private String text(int length) throws IOException {
        return new String(in.readNBytes(length), StandardCharsets.UTF_8);
    }

    private String line() throws IOException {
        StringBuilder line = new StringBuilder();
        for (int b = in.read(); b != '\n'; b = in.read()) {
            if (b < 0) {
                throw new IOException("the server closed the connection");
            }
            if (b != '\r') {
                line.append((char) b);
            }
        }
        return line.toString();
    }

    @Override
    public void close() throws IOException {
        socket.close();
    }
}
