package org.ximen;

import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.boot.context.event.ApplicationReadyEvent;
import org.springframework.context.ApplicationListener;
import org.springframework.core.env.Environment;

/** The last line of a start: where the pages are, and where a new password lies. */
final class Opening implements ApplicationListener<ApplicationReadyEvent> {
    private static final Logger LOG = LoggerFactory.getLogger(Opening.class);

    private volatile @Nullable Path password;

    /** Takes the file of a password that this start made. */
    void password(Optional<Path> file) {
        file.ifPresent(known -> password = known.toAbsolutePath().normalize());
    }

    @Override
    public void onApplicationEvent(ApplicationReadyEvent event) {
        LOG.info(sentence(event.getApplicationContext().getEnvironment()));
    }

    String sentence(Environment environment) {
        var port = environment.getProperty("local.server.port", "");
        var address = environment.getProperty("server.address", "localhost");
        boolean everywhere = address.equals("0.0.0.0") || address.equals("::");
        boolean here = everywhere || address.equals("127.0.0.1") || address.equals("::1");
        var base = "http://" + (here ? "localhost" : address) + ":" + port;
        var file = password;
        return "西门小助已启动：居民聊天 "
                + base
                + "/ ，工作台 "
                + base
                + "/console"
                + (everywhere ? " （同事打开 http://本机IP:" + port + "/ ）" : "")
                + (file == null ? "" : " 。管理员 admin 的密码在文件 " + file + " 里");
    }
}
