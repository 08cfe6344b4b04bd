package io.touchline.web;

import java.io.Closeable;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A network between clients and a service that can be cut. */
final class CuttingProxy implements Closeable {

    private final ServerSocket server;
    private final int target;
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private CuttingProxy(ServerSocket server, int target) {
        this.server = server;
        this.target = target;
    }

    static CuttingProxy before(RunningService service) throws IOException {
        CuttingProxy proxy =
                new CuttingProxy(new ServerSocket(0, 50, InetAddress.getLoopbackAddress()), service.port());
        start(proxy::accept);
        return proxy;
    }

    int port() {
        return server.getLocalPort();
    }

    /** Cuts all connections, whatever is on its way. */
    void cut() throws IOException {
        for (Socket socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    private void accept() {
        while (!server.isClosed()) {
            try {
                Socket client = server.accept();
                Socket service = new Socket(InetAddress.getLoopbackAddress(), target);
                sockets.addAll(List.of(client, service));
                start(() -> pass(client, service));
                start(() -> pass(service, client));
            } catch (IOException e) {
                return;
            }
        }
    }

    private static void pass(Socket from, Socket to) {
        byte[] buffer = new byte[4_096];
        try {
            InputStream in = from.getInputStream();
            for (int read = in.read(buffer); read >= 0; read = in.read(buffer)) {
                to.getOutputStream().write(buffer, 0, read);
            }
            to.close();
        } catch (IOException e) {
            Thread.currentThread().interrupt();
        }
    }

    private static void start(Runnable task) {
        Thread thread = new Thread(task, "proxy");
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() throws IOException {
        server.close();
        cut();
    }
}
