package io.touchline.page;

import static org.assertj.core.api.Assertions.assertThat;

import io.touchline.live.LiveBooks;
import io.touchline.web.RunningService;
import java.nio.file.Path;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The live view: the list of books, one book, the demo feed, and pictures of each state. */
@InBrowser
class LiveViewIT {

    /** How many quotes the chart keeps: as many are sent before its memory is looked at, and in the time that it is watched. */
    private static final int CAPACITY = 20_000;

    /** However slowly a busy machine reads, a page that lags finds all that it has to catch up with. */
    private static final String MANY_KEPT = "touchline.live.recent-quotes=1048576";

    private static final double MOST_GROWTH_BYTES = 4 << 20;

    private final Path dir;
    private RunningService service;

    LiveViewIT(@TempDir Path dir) {
        this.dir = dir;
        service = RunningService.start(dir, MANY_KEPT);
    }

    @AfterEach
    void close() {
        service.close();
    }

    private LiveBooks books() {
        return service.bean(LiveBooks.class);
    }

    @Test
    void emptyListSaysWhatToDo() {
        try (LivePage page = new LivePage(service, "")) {
            page.awaitState("live");
            page.open().text(".books-empty", "Start the demo feed");

            page.shootAll("empty");
        }
    }

    @Test
    void listShowsAllBooksInPagesAndFindsThem() {
        for (int i = 100; i < 220; i++) {
            new QuoteFeeder("SYM" + i).send(books(), 2);
        }
        try (LivePage page = new LivePage(service, "")) {
            page.open().text(".books-count", "120");
            assertThat(page.open().text(".books tbody tr", "SYM149")).contains("101.99", "104.98");
            page.shootAll("list");

            page.open().find(".books-after").click();
            page.open().text(".books-range", "51 to 100 of 120");
            page.open().find(".books-find").fill("sym21");
            page.open().text(".books tbody tr", "SYM219");
            assertThat(page.open().find(".books tbody tr").count()).isEqualTo(10);
            new QuoteFeeder("SYM21").send(books(), 1);
            page.open().text(".books-count", "121");
            service.delete("books/SYM21");
            page.open().text(".books-count", "120");
            page.open().find(".books tbody a >> text=SYM215").click();
            page.open().text(".count-n", "2");
        }
    }

    @Test
    void starIsNoBook() {
        new QuoteFeeder("ONE").send(books(), 2);
        try (LivePage page = new LivePage(service, "*")) {
            page.open().text(".books tbody tr", "ONE");

            assertThat(page.open().find(".book").isVisible()).isFalse();
        }
    }

    @Test
    void bookShowsEveryDigit() {
        String message = "{\"seq_num\":\"9223372036854775807\",\"action\":\"ADD\",\"order_id\":\"%d\",\"side\":\"%s\","
                + "\"price\":%s,\"quantity\":%s}";
        service.post(
                "books/EXACT/messages",
                "[" + message.formatted(1, "BUY", "12345678.123456789", "92233720368.54775807") + ","
                        + message.formatted(2, "SELL", "12345678.2", "9007199254.74099301") + "]");
        try (LivePage page = new LivePage(service, "EXACT")) {
            page.open().text("[data-field=bid]", "12,345,678.123456789");

            assertThat(page.open().text("[data-field=spread]", "0.")).isEqualTo("0.076543211");
            assertThat(page.open().text("[data-field=seqNum]", "9")).isEqualTo("9223372036854775807");
            page.open().text(".book-cursor", "bid 12,345,678.123456789 × 92,233,720,368.54775807 ·");
            page.open().text(".ladder .bid-size", "92,233,720,368.54775807");
            page.open().text(".ladder .ask-size", "9,007,199,254.74099301");
            page.open().text(".ladder .ask-price", "12,345,678.200000000");
            page.open().text(".message-counts tr:has(th:text-is('applied')) td:nth-child(2)", "2");
        }
    }

    @Test
    void followsAThousandQuotesASecondWithoutAHoleAndWithoutGrowing(@TempDir Path other) {
        QuoteFeeder feeder = new QuoteFeeder("FAST");
        try (RunningService patient = RunningService.start(other, "touchline.socket.queued-quotes=" + 2 * CAPACITY);
                LivePage page = new LivePage(patient, "FAST")) {
            LiveBooks books = patient.bean(LiveBooks.class);
            page.awaitState("live");
            page.open().text(".book-empty", "no quote yet");
            while (feeder.sent() < CAPACITY) {
                feeder.send(books, 1_000);
                page.awaitFact("n", feeder.sent());
            }
            double before = page.heapBytes();

            feeder.sendEvenly(books, 1_000, Duration.ofSeconds(20));

            page.assertReceivedAll(feeder.sent());
            assertThat(page.heapBytes() - before).as("bytes more than before").isLessThan(MOST_GROWTH_BYTES);
            assertThat(page.fact("reconnects")).isEqualTo("0");
        }
    }

    @Test
    void restartOfTheServiceLeavesNoHole() {
        QuoteFeeder feeder = new QuoteFeeder("AGAIN");
        int port = service.port();
        try (LivePage page = new LivePage(service, "AGAIN")) {
            page.open().expect("WebSocket connection");
            page.open().expect("net::ERR_");
            page.awaitState("live");
            feeder.sendEvenly(books(), 1_000, Duration.ofSeconds(2));
            feeder.send(books(), 500);

            service.close();
            page.open().text(".connection", "Closed 10");
            page.open().text(".live-away", "goes on by itself");
            page.shootAll("closed");
            service = RunningService.startAt(port, dir);
            feeder.sendEvenly(books(), 1_000, Duration.ofSeconds(2));

            page.awaitState("live");
            page.assertReceivedAll(feeder.sent());
            assertThat(page.fact("reconnects")).isEqualTo("1");
        }
    }

    @Test
    void quotesThatAreNotAtHandAnyMoreAreMissed() {
        QuoteFeeder feeder = new QuoteFeeder("HOLE");
        try (LivePage page = new LivePage(service, "HOLE")) {
            page.open().expect("WebSocket connection");
            page.open().expect("net::ERR_");
            page.awaitState("live");
            feeder.send(books(), 50);
            page.awaitFact("n", 50);

            restart(() -> feeder.send(books(), 200), "touchline.live.recent-quotes=16");
            page.awaitFact("n", 250);

            assertThat(page.fact("received")).isEqualTo("51");
            assertThat(page.fact("missed")).isEqualTo("199");
        }
    }

    /** Lets something happen while the page is away. */
    private void restart(Runnable meanwhile, String... settings) {
        int port = service.port();
        service.close();
        service = RunningService.start(dir);
        meanwhile.run();
        service.close();
        service = RunningService.startAt(port, dir, settings);
    }

    @Test
    void bookWhoseNumbersBeganAnewWhileThePageWasAwayBeginsAnew() {
        QuoteFeeder feeder = new QuoteFeeder("ANEW");
        try (LivePage page = new LivePage(service, "ANEW")) {
            page.open().expect("WebSocket connection");
            page.open().expect("net::ERR_");
            page.awaitState("live");
            feeder.send(books(), 50);
            page.awaitFact("n", 50);

            restart(() -> {
                service.delete("books/ANEW");
                new QuoteFeeder("ANEW").send(books(), 7);
            });
            page.awaitFact("n", 7);

            assertThat(page.fact("missed")).isEqualTo("0");
        }
    }

    @Test
    void liveViewIsOpenToWhoLoggedIn(@TempDir Path other) {
        try (RunningService guarded = RunningService.start(other, "touchline.security.token=secret-of-this-test");
                LivePage page = new LivePage(guarded, "")) {
            page.open().find("input[type=password]").fill("secret-of-this-test");
            page.open().find("button >> nth=0").click();

            page.open().go("/#live");
            page.awaitState("live");
        }
    }

    @Test
    void pausedPageReceivesOnAndShowsAllWhenItGoesOn() {
        QuoteFeeder feeder = new QuoteFeeder("PAUSE");
        feeder.send(books(), 1);
        try (LivePage page = new LivePage(service, "PAUSE")) {
            page.open().text("[data-field=seqNum]", "1");
            page.open().find(".book-pause").click();

            feeder.send(books(), 500);

            page.assertReceivedAll(501);
            assertThat(page.open().text("[data-field=seqNum]", "1")).isEqualTo("1");
            page.open().find(".book-pause").click();
            page.open().text("[data-field=seqNum]", "501");
        }
    }

    @Test
    void forgottenBookBeginsAnew() {
        QuoteFeeder feeder = new QuoteFeeder("GONE");
        feeder.send(books(), 50);
        try (LivePage page = new LivePage(service, "GONE")) {
            page.open().expect("status of 404"); // of a look at the book that was on its way when it went
            page.awaitFact("n", 50);

            service.delete("books/GONE");
            page.open().text(".book-empty", "no quote yet");
            new QuoteFeeder("GONE").send(books(), 7);

            page.awaitFact("n", 7);
            assertThat(page.fact("missed")).isEqualTo("0");
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"1x", "10x", "max"})
    void demoFeedPlaysAtEachSpeed(String speed) {
        try (LivePage page = new LivePage(service, "")) {
            page.awaitState("live");
            page.open().find(".demo-speed").selectOption(speed);
            page.open().find(".demo-start").click();

            page.open().page().waitForFunction("() => Number(document.getElementById('live').dataset.n) > 5000");
            assertThat(page.open().page().url()).endsWith("#live/DEMO");
            page.open().text(".demo-text", "messages");
            if (speed.equals("1x")) {
                page.shootAll("book");
            }
            page.open().find(".demo-stop").click();
            page.open().text(".demo-text", "stopped after");
            String state = RunningService.json(service.get("books/DEMO"))
                    .path("change_n")
                    .asString();
            page.awaitFact("n", state);
            assertThat(page.fact("missed")).isEqualTo("0");
        }
    }

    @Test
    void pageThatReadsTooSlowlyIsToldAndCatchesUp(@TempDir Path other) {
        QuoteFeeder feeder = new QuoteFeeder("SLOW");
        try (RunningService small = RunningService.start(other, "touchline.socket.queued-quotes=1");
                LivePage page = new LivePage(small, "SLOW")) {
            page.awaitState("live");
            feeder.send(small.bean(LiveBooks.class), CAPACITY);

            page.awaitState("lagging");
            page.shootAll("lagging");

            page.awaitState("live");
            page.awaitFact("n", feeder.sent());
            assertThat(page.fact("missed")).isEqualTo("0");
        }
    }
}
