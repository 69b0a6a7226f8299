package org.ximen;

import java.nio.file.Path;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.SpringBootConfiguration;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.event.ApplicationEnvironmentPreparedEvent;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.security.autoconfigure.UserDetailsServiceAutoConfiguration;
import org.springframework.context.ApplicationListener;
import org.springframework.context.annotation.Import;
import org.ximen.db.EmbeddedStore;

/** Starts the product. */
@SpringBootConfiguration(proxyBeanMethods = false)
@EnableAutoConfiguration(exclude = UserDetailsServiceAutoConfiguration.class)
@EnableConfigurationProperties(Settings.class)
@Import({
    Ground.class,
    StoreWiring.class,
    FeatureWiring.class,
    ModelWiring.class,
    EdgeWiring.class,
    ServerWiring.class,
    StaffWiring.class,
    ConsoleWiring.class,
    TelegramWiring.class,
    WechatWiring.class,
    Open311Wiring.class,
    DemoWiring.class,
    JobWiring.class
})
public class Application {
    static {
        // The tokenizer of the embedding model would report its use to its maker.
        System.setProperty("OPT_OUT_TRACKING", "true");
    }

    /** Runs until it is told to stop. What is wrong with the set-up is said in one sentence. */
    public static void main(String[] args) {
        if (Help.isWanted(args)) {
            Help.print();
            return;
        }
        if (args.length > 0 && args[0].equals("evaluate")) {
            System.exit(Measuring.run(args));
        }
        if (args.length > 0 && args[0].equals("restore")) {
            System.exit(Restoring.run(args));
        }
        var application = new SpringApplication(Application.class);
        application.addListeners(
                (ApplicationListener<ApplicationEnvironmentPreparedEvent>) Application::prepare);
        application.run(args);
    }

    // Before anything opens the database; the process holds its folder to its end.
    private static void prepare(ApplicationEnvironmentPreparedEvent event) {
        RepeatedOptions.check(event.getArgs());
        var environment = event.getEnvironment();
        UnknownSettings.check(environment);
        var home = Path.of(environment.getRequiredProperty("ximen.home"));
        HomeLock.take(home);
        if (environment.getProperty("spring.datasource.url", "").startsWith("jdbc:hsqldb:file")) {
            EmbeddedStore.check(home);
        }
    }
}
