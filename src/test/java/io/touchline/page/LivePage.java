package io.touchline.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.google.gson.JsonObject;
import com.microsoft.playwright.CDPSession;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.EmulateMediaOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.touchline.web.RunningService;
import java.io.Closeable;
import java.util.Locale;

/** The live view in a browser: what its section says of itself, and pictures of it on all screens. */
final class LivePage implements Closeable {

    private static final int[] WIDTHS = {360, 1280, 2560};
    private static final ColorScheme[] THEMES = {ColorScheme.LIGHT, ColorScheme.DARK};

    private final OpenPage open;

    /** Opens the list of books, or one book. */
    LivePage(RunningService service, String symbol) {
        open = OpenPage.of(service, symbol.isEmpty() ? "/#live" : "/#live/" + symbol);
    }

    OpenPage open() {
        return open;
    }

    /** A fact that the section has, such as {@code n} or {@code missed}. */
    String fact(String name) {
        return String.valueOf(open.find("#live").getAttribute("data-" + name));
    }

    /** Waits until a fact is so. */
    void awaitFact(String name, Object value) {
        open.page()
                .waitForFunction(
                        "([name, value]) => document.getElementById('live').dataset[name] === value",
                        new String[] {name, String.valueOf(value)});
    }

    void awaitState(String state) {
        awaitFact("state", state);
    }

    /** Checks that every quote up to a number came by itself, once. */
    void assertReceivedAll(long quotes) {
        awaitFact("n", quotes);
        assertThat(fact("received")).as("received").isEqualTo("" + quotes);
        assertThat(fact("merged")).as("merged").isEqualTo("0");
        assertThat(fact("missed")).as("missed").isEqualTo("0");
    }

    /** Bytes of the page's objects once all garbage is collected. */
    double heapBytes() {
        CDPSession session = open.page().context().newCDPSession(open.page());
        session.send("HeapProfiler.enable");
        session.send("HeapProfiler.collectGarbage");
        session.send("HeapProfiler.collectGarbage");
        JsonObject usage = session.send("Runtime.getHeapUsage");
        session.detach();
        return usage.get("usedSize").getAsDouble();
    }

    /** Keeps pictures of each width in each theme. */
    void shootAll(String state) {
        Page page = open.page();
        for (int width : WIDTHS) {
            page.setViewportSize(width, width < 500 ? 800 : width * 10 / 16);
            for (ColorScheme theme : THEMES) {
                page.emulateMedia(new EmulateMediaOptions().setColorScheme(theme));
                page.waitForTimeout(300);
                open.shoot("live-" + state + "-" + width + "-" + theme.name().toLowerCase(Locale.ROOT));
                assertNothingSticksOut(width);
            }
        }
    }

    /** What is too wide must scroll in a box of its own. */
    private void assertNothingSticksOut(int width) {
        assertThat(open.page().evaluate("document.documentElement.scrollWidth"))
                .as("width of the page")
                .isEqualTo(width);
    }

    @Override
    public void close() {
        open.close();
    }
}
