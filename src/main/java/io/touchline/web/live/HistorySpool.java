package io.touchline.web.live;

import io.touchline.convert.DataDir;
import io.touchline.convert.TooBusyException;
import io.touchline.web.AnswerForm;
import jakarta.servlet.http.HttpServletResponse;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.concurrent.Semaphore;
import java.util.concurrent.TimeUnit;
import java.util.zip.GZIPOutputStream;
import org.springframework.http.HttpHeaders;
import org.springframework.stereotype.Component;

/** Puts what books published into temporary files and then answers it; some at a time, since each reads the journal. Any thread. */
@Component
class HistorySpool {

    private static final int BUFFER = 1 << 16;
    private static final Duration WAIT = Duration.ofSeconds(10);

    private final DataDir dir;
    private final int atOnce = Runtime.getRuntime().availableProcessors();
    private final Semaphore slots = new Semaphore(atOnce);

    HistorySpool(DataDir dir) {
        this.dir = dir;
    }

    /**
     * Answers level 1 as CSV.
     *
     * @throws TooBusyException when its turn does not come in time
     */
    void answer(boolean gzip, History history, HttpServletResponse response) throws IOException {
        Path file = Files.createTempFile(dir.temp(), "history-", "");
        try {
            inTurn(gzip, history, file);
            send(gzip, file, response);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private void inTurn(boolean gzip, History history, Path file) throws IOException {
        if (!takeSlot()) {
            throw new TooBusyException(atOnce, WAIT);
        }
        try (OutputStream plain = new FileOutputStream(file.toFile());
                OutputStream out = gzip ? new GZIPOutputStream(plain, BUFFER) : plain) {
            history.write(out);
        } finally {
            slots.release();
        }
    }

    private boolean takeSlot() {
        try {
            return slots.tryAcquire(WAIT.toMillis(), TimeUnit.MILLISECONDS);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    private static void send(boolean gzip, Path file, HttpServletResponse response) throws IOException {
        response.setContentType(AnswerForm.CSV.contentType());
        response.setContentLengthLong(Files.size(file));
        response.setHeader(HttpHeaders.VARY, HttpHeaders.ACCEPT_ENCODING);
        response.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"l1.csv\"");
        response.setHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        if (gzip) {
            response.setHeader(HttpHeaders.CONTENT_ENCODING, "gzip");
        }
        Files.copy(file, response.getOutputStream());
    }

    /** What is to be answered. */
    @FunctionalInterface
    interface History {
        void write(OutputStream out) throws IOException;
    }
}
