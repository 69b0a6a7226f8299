package org.ximen.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.BrowserType;
import com.microsoft.playwright.Page;
import com.microsoft.playwright.Playwright;
import com.microsoft.playwright.options.Geolocation;
import java.io.File;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.Assumptions;

/**
 * The real Chromium of this machine. Use: {@code try (var browser = Browser.open())}; one thread
 * only. A machine without Chromium skips the test aloud; with {@code CI=true} it fails.
 */
public final class Browser implements AutoCloseable {
    private static final List<String> NAMES =
            List.of("chromium", "chromium-browser", "google-chrome");
    private static final Path SCREENSHOTS = Path.of("target", "screenshots");

    /** Of this JVM, started by the first test that needs one; it ends with the JVM. */
    private static com.microsoft.playwright.@Nullable Browser shared;

    private final com.microsoft.playwright.Browser chromium;
    private final List<BrowserContext> contexts = new ArrayList<>();
    private final List<String> complaints = Collections.synchronizedList(new ArrayList<>());

    private Browser(com.microsoft.playwright.Browser chromium) {
        this.chromium = chromium;
    }

    private static synchronized com.microsoft.playwright.Browser shared() {
        if (shared == null || !shared.isConnected()) {
            shared = launched(executable().orElseGet(Browser::absent));
        }
        return shared;
    }

    private static com.microsoft.playwright.Browser launched(Path executable) {
        var env = Map.of("PLAYWRIGHT_SKIP_BROWSER_DOWNLOAD", "1");
        return Playwright.create(new Playwright.CreateOptions().setEnv(env))
                .chromium()
                .launch(options(executable));
    }

    /** Whether a Chromium is on the PATH. */
    public static boolean available() {
        return executable().isPresent();
    }

    /**
     * Visitors of their own, who know nothing of those before; skips the running test where there
     * is no Chromium, or fails it where {@code CI=true}.
     */
    public static Browser open() {
        return new Browser(shared());
    }

    /** A telephone with a touch screen that refuses to say where it is. */
    public BrowserContext phone() {
        return context(phoneOptions().setPermissions(List.of()));
    }

    /** A telephone that says where it is: WGS-84 degrees, exact to 20 m. */
    public BrowserContext phoneAt(double latitude, double longitude) {
        var place = new Geolocation(latitude, longitude).setAccuracy(20);
        return context(phoneOptions().setPermissions(List.of("geolocation")).setGeolocation(place));
    }

    /** A desk computer that refuses to say where it is. */
    public BrowserContext desktop() {
        return context(chinese().setViewportSize(1440, 900));
    }

    /** A telephone whose owner reads English. */
    public BrowserContext englishPhone() {
        return context(phoneOptions().setLocale("en-GB").setPermissions(List.of()));
    }

    /**
     * What the pages opened so far reported: uncaught errors and console errors, such as a script
     * that the content security policy stopped or a resource that did not load.
     */
    public List<String> complaints() {
        return List.copyOf(complaints);
    }

    /** Writes what is in sight to {@code target/screenshots/<name>.png}. */
    public static Path screenshot(Page page, String name) {
        var file = SCREENSHOTS.resolve(name + ".png");
        page.screenshot(new Page.ScreenshotOptions().setPath(file));
        return file;
    }

    @Override
    public void close() {
        contexts.forEach(BrowserContext::close);
    }

    private BrowserContext context(com.microsoft.playwright.Browser.NewContextOptions options) {
        var context = chromium.newContext(options);
        contexts.add(context);
        context.onWebError(error -> complaints.add(error.error()));
        context.onConsoleMessage(message -> {
            if (message.type().equals("error")) {
                complaints.add(message.text() + " @ " + message.location());
            }
        });
        return context;
    }

    private static com.microsoft.playwright.Browser.NewContextOptions phoneOptions() {
        return chinese().setViewportSize(390, 844).setHasTouch(true).setIsMobile(true);
    }

    private static com.microsoft.playwright.Browser.NewContextOptions chinese() {
        return new com.microsoft.playwright.Browser.NewContextOptions()
                .setLocale("zh-CN")
                .setTimezoneId("Asia/Shanghai");
    }

    private static BrowserType.LaunchOptions options(Path executable) {
        return new BrowserType.LaunchOptions()
                .setExecutablePath(executable)
                .setHeadless(true)
                .setArgs(
                        List.of(
                                "--no-sandbox",
                                "--disable-gpu",
                                "--disable-quic",
                                "--no-first-run",
                                "--disable-background-networking",
                                "--disable-component-update",
                                "--disable-sync"));
    }

    private static Path absent() {
        var message = "no Chromium on the PATH: install the package chromium";
        if ("true".equals(System.getenv("CI"))) {
            return Assertions.fail(message);
        }
        System.err.println("SKIPPED A BROWSER TEST: " + message);
        return Assumptions.abort(message);
    }

    private static Optional<Path> executable() {
        return Arrays.stream(System.getenv().getOrDefault("PATH", "").split(File.pathSeparator))
                .flatMap(folder -> NAMES.stream().map(name -> Path.of(folder, name)))
                .filter(Files::isExecutable)
                .findFirst();
    }
}
