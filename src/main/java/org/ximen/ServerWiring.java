package org.ximen;

import java.time.Duration;
import org.springframework.boot.tomcat.servlet.TomcatServletWebServerFactory;
import org.springframework.boot.web.server.WebServerFactoryCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The web server: how slow a sender may be, and whether the server still answers. */
@Configuration(proxyBeanMethods = false)
class ServerWiring {
    // A photo of 3 MB over a poor mobile line takes three minutes.
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final int BYTES_PER_SECOND = 16 * 1024;

    @Bean
    WebServerFactoryCustomizer<TomcatServletWebServerFactory> slowBodies() {
        return server -> server.addEngineValves(new SlowBodies(GRACE, BYTES_PER_SECOND));
    }

    @Bean
    Watchdog watchdog(Settings settings, Environment environment) {
        return new Watchdog(
                settings.watchdog(),
                () ->
                        Watchdog.reachable(
                                environment.getProperty("server.address", "127.0.0.1"),
                                environment.getRequiredProperty(
                                        "local.server.port", Integer.class)),
                () -> Runtime.getRuntime().halt(Watchdog.EXIT_CODE));
    }
}
