package org.ximen.testing;

import com.microsoft.playwright.BrowserContext;
import com.microsoft.playwright.Page;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.core.env.MapPropertySource;
import org.springframework.core.env.StandardEnvironment;
import org.ximen.Application;
import org.ximen.cases.Cases;
import org.ximen.cases.Draft;
import org.ximen.chat.Sender;
import org.ximen.district.District;
import org.ximen.district.Point;
import org.ximen.photos.Photos;
import org.ximen.residents.Residents;
import org.ximen.staff.Accounts;
import org.ximen.staff.NewAccount;
import org.ximen.staff.Role;
import org.ximen.staff.StaffMember;

/** The whole product in this process, with one account for each role, named after it. */
public final class Workbench implements AutoCloseable {
    /** Of every account. */
    public static final String PASSWORD = "correct horse battery";

    private static final String INDEX = "index";

    /** The index of the sample knowledge as a product of this JVM left it, for others to begin. */
    private static @Nullable Path indexed;

    private final ConfigurableApplicationContext context;
    private final Path home;

    private Workbench(Path home, Map<String, Object> settings, InstantSource clock) {
        this.home = home;
        begin();
        Map<String, Object> all = new HashMap<>(settings);
        all.put("ximen.home", home.toString());
        all.put("server.port", "0");
        all.put("ximen.staff.admin-password", PASSWORD);
        all.put("ximen.embedding", "false");
        var environment = new StandardEnvironment();
        environment.getPropertySources().addFirst(new MapPropertySource("test", all));
        var application = new SpringApplication(Application.class);
        application.setEnvironment(environment);
        application.addInitializers(
                made -> made.getBeanFactory().addBeanPostProcessor(new ClockOf(clock)));
        context = application.run();
        for (var role : Role.values()) {
            hire(name(role), role, null, List.of(StaffMember.EVERYWHERE));
        }
    }

    /** Starts on an empty folder. */
    public static Workbench open(Path home) {
        return open(home, Map.of(), InstantSource.system());
    }

    /** Starts on an empty folder, with settings of its own and by another clock. */
    public static Workbench open(Path home, Map<String, Object> settings, InstantSource clock) {
        return new Workbench(home, settings, clock);
    }

    /** Puts another clock in place of the product's. */
    private record ClockOf(InstantSource clock) implements BeanPostProcessor {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
            return name.equals("clock") ? clock : bean;
        }
    }

    /** A part of the product. */
    public <T> T get(Class<T> type) {
        return context.getBean(type);
    }

    /** A part of the product that has brothers. */
    public <T> T get(String name, Class<T> type) {
        return context.getBean(name, type);
    }

    /** The name of a role's account. */
    public static String name(Role role) {
        return role.name().toLowerCase(Locale.ROOT);
    }

    /** The account of a role. */
    public StaffMember member(Role role) {
        return get(Accounts.class).find(name(role)).orElseThrow();
    }

    /** Opens an account unless it is there. */
    public void hire(String name, Role role, @Nullable String department, List<String> areas) {
        var accounts = get(Accounts.class);
        if (accounts.find(name).isEmpty()) {
            var admin = accounts.find(Accounts.ADMIN).orElseThrow();
            var account = new NewAccount(name, PASSWORD, role, department, areas);
            accounts.createSample(account, admin, Instant.now());
        }
    }

    /** A case that a resident reports; its number. */
    public String report(String words, String place, String category, Instant at) {
        return report("resident", words, place, category, at);
    }

    /** The same by somebody else. */
    public String report(String who, String words, String place, String category, Instant at) {
        var reporter = get(Residents.class).meet(new Sender("web", who), at);
        var where = get(District.class).placeIn(place).orElseThrow();
        var draft = new Draft(words, category, where, List.of(), false, false);
        return get(Cases.class).report(draft, reporter.id(), reporter.sender(), at).number();
    }

    /** A case with a photo at a point on the map; its number. */
    public String reportWithPhoto(String words, String category, Point point, Instant at) {
        var reporter = get(Residents.class).meet(new Sender("web", "photographer"), at);
        var photos = get(Photos.class);
        try {
            var bytes = new ByteArrayInputStream(Snapshot.jpeg());
            var photo = photos.accept(bytes, reporter.sender(), at).id();
            var where = get(District.class).placeAt(point);
            var draft = new Draft(words, category, where, List.of(photo), false, false);
            var sender = reporter.sender();
            var number = get(Cases.class).report(draft, reporter.id(), sender, at).number();
            photos.bind(List.of(photo), sender, number);
            return number;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** The address of a path, which begins with a slash. */
    public String at(String path) {
        return "http://127.0.0.1:"
                + context.getEnvironment().getProperty("local.server.port")
                + path;
    }

    /** A page of that browser after signing in. */
    public Page signIn(BrowserContext context, String name) {
        var page = context.newPage();
        page.navigate(at("/console"));
        page.getByLabel("账号").fill(name);
        page.getByLabel("密码").fill(PASSWORD);
        page.keyboard().press("Enter");
        page.locator("nav[aria-label=主菜单]").waitFor();
        return page;
    }

    private void begin() {
        synchronized (Workbench.class) {
            if (indexed != null && !Files.exists(home.resolve(INDEX))) {
                Folders.copy(indexed, home.resolve(INDEX));
            }
        }
    }

    @Override
    public void close() {
        context.close();
        synchronized (Workbench.class) {
            if (indexed == null) {
                var kept = Folders.fresh("ximen-workbench").resolve(INDEX);
                Folders.copy(home.resolve(INDEX), kept);
                indexed = kept;
            }
        }
    }
}
