package org.ximen.played;

import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/** Listens on a port of this machine; can go away and come back on the same one. */
final class Door implements AutoCloseable {
    /** Answers a request. */
    interface Keeper {
        void serve(Exchange exchange) throws IOException, InterruptedException;
    }

    private static final int BACKLOG = 1000;

    private final Keeper keeper;
    private final int port;
    private final Set<Socket> open = ConcurrentHashMap.newKeySet();
    private @Nullable ServerSocket listener;
    private @Nullable Thread acceptor;

    /**
     * @param port 0 for any
     */
    Door(int port, Keeper keeper) {
        this.keeper = keeper;
        this.port = listen(port);
    }

    int port() {
        return port;
    }

    private synchronized int listen(int wanted) {
        try {
            var socket = new ServerSocket();
            socket.setReuseAddress(true);
            socket.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted), BACKLOG);
            listener = socket;
            acceptor = Thread.ofVirtual().start(() -> accept(socket));
            return socket.getLocalPort();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void accept(ServerSocket listening) {
        while (!listening.isClosed()) {
            try {
                var socket = listening.accept();
                socket.setTcpNoDelay(true);
                open.add(socket);
                Thread.ofVirtual().start(() -> serve(socket));
            } catch (IOException e) {
                // closed
            }
        }
    }

    private void serve(Socket socket) {
        try (socket) {
            var in = new BufferedInputStream(socket.getInputStream());
            for (var next = Exchange.read(socket, in);
                    next != null;
                    next = Exchange.read(socket, in)) {
                keeper.serve(next);
                if (socket.isClosed()) {
                    return;
                }
            }
        } catch (IOException e) {
            // the other side is gone
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            open.remove(socket);
        }
    }

    /** Refuses connections and drops those that are there. */
    synchronized void shut() {
        try {
            if (listener != null && acceptor != null) {
                listener.close();
                // the port is free once nobody waits on it
                acceptor.join();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        open.forEach(Door::cut);
    }

    private static void cut(Socket socket) {
        try (socket) {
            socket.setSoLinger(true, 0);
        } catch (IOException e) {
            // its own thread has closed it at this moment
        }
    }

    void reopen() {
        listen(port);
    }

    @Override
    public void close() {
        shut();
    }
}
