package io.touchline.cli;

import java.io.Closeable;
import java.io.PrintStream;

/**
 * A line on a terminal that is written again and again: a bar, rows, rows per second, and the time that is left.
 *
 * <p>A thread of its own writes it, so that it costs the work nothing, and not before half a second has passed; closing it wipes it away.
 */
final class ProgressLine implements Closeable {

    private static final long FIRST_MILLIS = 500;
    private static final long PAUSE_MILLIS = 200;
    private static final int BAR = 24;
    private static final double NANOS_PER_SECOND = 1e9;

    private final Progress progress;
    private final PrintStream terminal;
    private final Thread thread = new Thread(this::run, "progress");
    private final long startNanos = System.nanoTime();
    private int width;

    private ProgressLine(Progress progress, PrintStream terminal) {
        this.progress = progress;
        this.terminal = terminal;
    }

    static ProgressLine start(Progress progress, PrintStream terminal) {
        ProgressLine line = new ProgressLine(progress, terminal);
        line.thread.setDaemon(true);
        line.thread.start();
        return line;
    }

    private void run() {
        try {
            Thread.sleep(FIRST_MILLIS);
            while (!thread.isInterrupted()) {
                show(text(progress.rows(), progress.share(), (System.nanoTime() - startNanos) / NANOS_PER_SECOND));
                Thread.sleep(PAUSE_MILLIS);
            }
        } catch (InterruptedException e) {
            thread.interrupt();
        }
    }

    /** The line after so many seconds. */
    static String text(long rows, double share, double seconds) {
        String speed = Numbers.grouped(rows) + " rows  " + Numbers.grouped(Math.round(rows / seconds)) + " rows/s  ";
        if (Double.isNaN(share)) {
            return speed + Numbers.clock((long) seconds);
        }
        return bar(share)
                + speed
                + (share > 0 ? "ETA " + Numbers.clock((long) Math.ceil(seconds / share - seconds)) : "");
    }

    private static String bar(double share) {
        int full = (int) (share * BAR);
        String percent = Integer.toString((int) (share * 100));
        return " ".repeat(3 - percent.length()) + percent + "% [" + "=".repeat(full) + " ".repeat(BAR - full) + "]  ";
    }

    private void show(String text) {
        terminal.print("\r" + text + " ".repeat(Math.max(0, width - text.length())));
        terminal.flush();
        width = text.length();
    }

    /** Wipes the line away; nothing is written to the terminal afterwards. */
    @Override
    public void close() {
        thread.interrupt();
        try {
            thread.join();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
        if (width > 0) {
            terminal.print("\r" + " ".repeat(width) + "\r");
            terminal.flush();
        }
    }
}
