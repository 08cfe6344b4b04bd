package io.touchline.kill;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;

/** A process that serves live books. Any thread; every call ends with an {@link IOException} when the process does. */
interface BooksProcess {

    /** Waits until the books are open. */
    void awaitOpen() throws IOException;

    /** Hands a request in; returns once it is acknowledged. */
    void send(Request request) throws IOException;

    /** Has a book forgotten; returns once that is acknowledged. */
    void forget(String symbol) throws IOException;

    /** Tells the quotes of a book's packets, from a number on, on a thread of its own until the process ends. */
    void follow(String symbol, long from, Heard heard) throws IOException;

    /** The rows of a book's history; none when there is no such book. */
    List<String> history(String symbol, String emit) throws IOException;

    /** All else that can be asked about a book, as text that is the same when the book is the same. */
    String view(String symbol) throws IOException;

    /** Kills the process, if it is still there, and answers its exit value once nothing is told any more. */
    int kill() throws InterruptedException;

    /** Hears quotes. */
    @FunctionalInterface
    interface Heard {
        void quote(long n, String row);
    }

    /** Starts processes on directories. */
    @FunctionalInterface
    interface Starter {
        BooksProcess start(Path dir) throws IOException;
    }
}
