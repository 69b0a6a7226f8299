package org.ximen;

import java.time.InstantSource;
import org.springframework.boot.ApplicationRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.context.annotation.Profile;
import org.ximen.cases.Cases;
import org.ximen.demo.Demo;
import org.ximen.district.District;
import org.ximen.notices.Notices;
import org.ximen.residents.Residents;
import org.ximen.staff.Accounts;

/** With the profile {@code demo}, some weeks of a sample street before the first look. */
@Configuration(proxyBeanMethods = false)
@Profile("demo")
class DemoWiring {
    @Bean
    ApplicationRunner demo(
            Settings settings,
            Cases cases,
            Notices notices,
            Residents residents,
            Accounts accounts,
            District district,
            InstantSource clock) {
        var demo = new Demo(new Demo.Features(cases, notices, residents, accounts, district));
        return arguments -> {
            var now = clock.instant();
            accounts.ensureAdmin(settings.home(), settings.staff().adminPassword(), now);
            demo.fill(settings.home(), now);
        };
    }
}
