package io.touchline.page;

import static org.assertj.core.api.Assertions.assertThat;

import com.deque.html.axecore.playwright.AxeBuilder;
import com.deque.html.axecore.results.CheckedNode;
import com.deque.html.axecore.results.Rule;
import com.microsoft.playwright.Browser.NewContextOptions;
import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.ConsoleMessage;
import com.microsoft.playwright.Locator;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Page.ScreenshotOptions;
import com.microsoft.playwright.options.ColorScheme;
import io.touchline.web.RunningService;
import java.io.Closeable;
import java.net.URI;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A page of a service in a browser without a past. When it closes, it must have asked no other machine for anything and written no error or warning
 * to its console, but for those that {@link #expect} names.
 */
final class OpenPage implements Closeable {

    private static final double PATIENCE_MILLIS = 30_000;
    private static final int ORDINARY_WIDTH = 1280;
    private static final List<String> WCAG_AA = List.of("wcag2a", "wcag2aa", "wcag21a", "wcag21aa");
    private static final Path SHOTS = Path.of("target", "screenshots");
    private static final Set<String> LOUD = Set.of("error", "warning");
    private static final Set<String> OWN = Set.of("127.0.0.1", "localhost");

    private final RunningService service;
    private final BrowserContext context;
    private final Page page;
    private final List<String> complaints = new ArrayList<>();
    private final List<String> strangers = new ArrayList<>();
    private final List<String> expected = new ArrayList<>();

    private OpenPage(RunningService service, NewContextOptions options) {
        this.service = service;
        this.context = Browser.running().newContext(options);
        context.setDefaultTimeout(PATIENCE_MILLIS);
        this.page = context.newPage();
        page.onConsoleMessage(this::listen);
        page.onPageError(complaints::add);
        context.onRequest(request -> checkHost(request.url()));
        page.onWebSocket(socket -> checkHost(socket.url()));
    }

    /** Opens a path, such as {@code /#live}, on a screen of ordinary size, in light colours. */
    static OpenPage of(RunningService service, String path) {
        return of(service, path, ORDINARY_WIDTH, ColorScheme.LIGHT);
    }

    static OpenPage of(RunningService service, String path, int width, ColorScheme colours) {
        NewContextOptions options =
                new NewContextOptions().setViewportSize(width, height(width)).setColorScheme(colours);
        OpenPage open = new OpenPage(service, options);
        open.go(path);
        return open;
    }

    private static int height(int width) {
        return width < 500 ? 800 : width * 10 / 16;
    }

    private void listen(ConsoleMessage message) {
        if (LOUD.contains(message.type())) {
            complaints.add(message.type() + ": " + message.text());
        }
    }

    private void checkHost(String url) {
        URI uri = URI.create(url);
        if (uri.getHost() != null && !OWN.contains(uri.getHost())) {
            strangers.add(url);
        }
    }

    /** Goes to another path of the service. */
    void go(String path) {
        page.navigate(service.uri(path).toString());
    }

    Page page() {
        return page;
    }

    Locator find(String selector) {
        return page.locator(selector);
    }

    /** Waits until the text of an element contains another, and gives it. */
    String text(String selector, String part) {
        Locator found = page.locator(selector).filter(new Locator.FilterOptions().setHasText(part));
        found.first().waitFor();
        return found.first().innerText();
    }

    /** Lets the console complain of what this test brings about, such as an answer of status 400, by a part of its text. */
    void expect(String part) {
        expected.add(part);
    }

    /** Keeps a picture of the whole page for people to look at, and has it checked for those who cannot. */
    void shoot(String name) {
        checkAccessible(name);
        page.screenshot(
                new ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")).setFullPage(true));
    }

    /** As {@link #shoot}, of what fits on the screen. */
    void shootScreen(String name) {
        checkAccessible(name);
        page.screenshot(new ScreenshotOptions().setPath(SHOTS.resolve(name + ".png")));
    }

    /** Names, roles, order, contrast: what a program can see of WCAG 2.1 AA. It is the same at every width, so one is enough. */
    private void checkAccessible(String state) {
        if (page.viewportSize().width == ORDINARY_WIDTH) {
            List<Rule> violations = new AxeBuilder(page)
                    .withTags(WCAG_AA)
                    .setLegacyMode(true)
                    .analyze()
                    .getViolations();
            assertThat(violations.stream().map(OpenPage::told))
                    .as("violations of WCAG in %s", state)
                    .isEmpty();
        }
    }

    private static String told(Rule violated) {
        return violated.getId() + ": "
                + violated.getNodes().stream()
                        .map(CheckedNode::getTarget)
                        .limit(3)
                        .toList();
    }

    @Override
    public void close() {
        context.close();
        assertThat(strangers).as("requests to other machines").isEmpty();
        assertThat(complaints).as("errors and warnings on the console").allMatch(each -> expected.stream()
                .anyMatch(each::contains));
    }
}
