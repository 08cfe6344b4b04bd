package io.touchline.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.StandardSocketOptions;
import java.nio.ByteBuffer;
import java.nio.channels.ClosedSelectorException;
import java.nio.channels.SelectionKey;
import java.nio.channels.Selector;
import java.nio.channels.SocketChannel;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Many sockets, read by one thread that spends as little as it can on each frame, so that the server is what is measured. */
final class LoadSockets implements AutoCloseable {

    /** Looks at no frame. */
    static final FrameReader NOBODY = (bytes, from, to) -> {};

    private static final int PING = 9;
    private static final int PONG = 10;
    private static final int TEXT = 1;
    private static final int SMALL_BUFFER = 4096;

    private final Selector selector;
    private final FrameReader reader;
    private final List<Client> clients = new ArrayList<>();
    private final AtomicLong frames = new AtomicLong();
    private final Thread thread = new Thread(this::read, "load-sockets");

    private LoadSockets(FrameReader reader) throws IOException {
        this.selector = Selector.open();
        this.reader = reader;
    }

    /**
     * Opens sockets and sends each a first frame.
     *
     * @param first none when empty
     */
    static LoadSockets open(int port, String path, int count, String first, FrameReader reader) throws IOException {
        LoadSockets sockets = new LoadSockets(reader);
        sockets.connect(port, path, count, first, SocketChannel::open);
        sockets.thread.start();
        return sockets;
    }

    /** As {@link #open}, with small buffers, and read by nobody but {@link #readSome}. */
    static LoadSockets openFrozen(int port, String path, int count, String first) throws IOException {
        LoadSockets sockets = new LoadSockets(NOBODY);
        sockets.connect(port, path, count, first, LoadSockets::small);
        return sockets;
    }

    private static SocketChannel small() throws IOException {
        return SocketChannel.open().setOption(StandardSocketOptions.SO_RCVBUF, SMALL_BUFFER);
    }

    private void connect(int port, String path, int count, String first, Opener opener) throws IOException {
        for (int i = 0; i < count; i++) {
            clients.add(connect(upgraded(opener.open(), port, path), first));
        }
    }

    /** Reads at most so many bytes of each, for those that nobody reads. */
    void readSome(int bytes) {
        clients.forEach(each -> each.read(bytes));
    }

    private Client connect(SocketChannel channel, String first) throws IOException {
        channel.configureBlocking(false);
        Client client = new Client(channel);
        channel.register(selector, SelectionKey.OP_READ, client);
        if (!first.isEmpty()) {
            client.write(text(first));
        }
        return client;
    }

    /** Makes a channel that is not connected yet a WebSocket. */
    static SocketChannel upgraded(SocketChannel channel, int port, String path) throws IOException {
        channel.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
        channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
        String handshake =
                "GET " + path + " HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n"
                        + "Sec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n\r\n";
        channel.write(ByteBuffer.wrap(handshake.getBytes(StandardCharsets.US_ASCII)));
        StringBuilder answer = new StringBuilder();
        ByteBuffer one = ByteBuffer.allocate(1);
        while (answer.indexOf("\r\n\r\n") < 0 && channel.read(one) > 0) {
            answer.append((char) one.get(0));
            one.clear();
        }
        if (!answer.toString().startsWith("HTTP/1.1 101")) {
            throw new IOException("expected a socket, found " + answer);
        }
        return channel;
    }

    /** A frame of text. */
    static ByteBuffer text(String text) {
        return frame(TEXT, text.getBytes(StandardCharsets.UTF_8));
    }

    int count() {
        return clients.size();
    }

    /** How many frames of text came in, over all sockets. */
    long frames() {
        return frames.get();
    }

    /** Sends a frame on the first socket; the caller waits until it has room. */
    void send(String text) {
        clients.get(0).write(text(text));
    }

    /** A masked frame; the mask is zero, so that nothing is spent on it. */
    private static ByteBuffer frame(int opcode, byte[] payload) {
        ByteBuffer frame = ByteBuffer.allocate(14 + payload.length);
        frame.put((byte) (0x80 | opcode));
        if (payload.length < 126) {
            frame.put((byte) (0x80 | payload.length));
        } else if (payload.length < 1 << 16) {
            frame.put((byte) (0x80 | 126)).putShort((short) payload.length);
        } else {
            frame.put((byte) (0x80 | 127)).putLong(payload.length);
        }
        return frame.putInt(0).put(payload).flip();
    }

    private void read() {
        try {
            while (selector.isOpen()) {
                selector.select(key -> ((Client) key.attachment()).read());
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (ClosedSelectorException e) {
            Thread.currentThread().interrupt();
        }
    }

    @Override
    public void close() throws IOException {
        selector.close();
        for (Client client : clients) {
            client.channel.close();
        }
    }

    /** Makes a channel that is not connected. */
    private interface Opener {

        SocketChannel open() throws IOException;
    }

    /** Hears the frames of text, without their heads. */
    interface FrameReader {

        void frame(byte[] bytes, int from, int to);
    }

    /** One socket. */
    private final class Client {

        private final SocketChannel channel;
        private ByteBuffer buffer = ByteBuffer.allocate(4 << 10);

        Client(SocketChannel channel) {
            this.channel = channel;
        }

        synchronized void write(ByteBuffer frame) {
            try {
                while (frame.hasRemaining()) {
                    if (channel.write(frame) == 0) {
                        Thread.onSpinWait();
                    }
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
        }

        void read() {
            read(buffer.remaining());
        }

        void read(int bytes) {
            try {
                buffer.limit(Math.min(buffer.limit(), buffer.position() + bytes));
                if (channel.read(buffer) < 0) {
                    throw new IOException("the server closed a socket");
                }
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            buffer.flip();
            while (readFrame()) {
                // one frame after the other
            }
            buffer.compact();
            if (!buffer.hasRemaining()) {
                buffer = ByteBuffer.allocate(2 * buffer.capacity()).put(buffer.flip());
            }
        }

        private boolean readFrame() {
            int at = buffer.position();
            int there = buffer.remaining();
            if (there < 2) {
                return false;
            }
            int length = buffer.get(at + 1) & 0x7f;
            int head = length < 126 ? 2 : length == 126 ? 4 : 10;
            if (there < head) {
                return false;
            }
            length = head == 2 ? length : head == 4 ? buffer.getShort(at + 2) & 0xffff : (int) buffer.getLong(at + 2);
            if (there < head + length) {
                return false;
            }
            take(buffer.get(at) & 0xf, at + head, length);
            buffer.position(at + head + length);
            return true;
        }

        private void take(int opcode, int from, int length) {
            if (opcode == TEXT) {
                frames.incrementAndGet();
                reader.frame(buffer.array(), from, from + length);
            } else if (opcode == PING) {
                byte[] payload = new byte[length];
                buffer.get(from, payload);
                write(frame(PONG, payload));
            }
        }
    }
}
