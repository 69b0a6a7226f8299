package org.ximen;

import java.net.BindException;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.web.server.PortInUseException;
import org.springframework.core.env.Environment;
import org.ximen.db.DamagedStore;
import org.ximen.db.NotKept;
import org.ximen.settings.BadConfig;

/** Why a start failed, for the person who started it: what is wrong, where, what to do. */
final class Reason {
    private static final String AGAIN = "改好后再启动一次。";

    private final @Nullable Environment environment;

    /**
     * @param environment nothing where even the settings could not be read
     */
    Reason(@Nullable Environment environment) {
        this.environment = environment;
    }

    /** The sentence, if this is a failure that we know. */
    Optional<String> of(Throwable failure) {
        var chain = chain(failure);
        return chain.stream()
                .map(this::known)
                .flatMap(Optional::stream)
                .findFirst()
                .or(() -> chain.reversed().stream().flatMap(e -> spoken(e).stream()).findFirst());
    }

    private Optional<String> known(Throwable e) {
        var sentence =
                switch (e) {
                    case CannotStart told -> told.getMessage();
                    case DamagedStore damaged -> damaged.sentence();
                    case NotKept unkept -> unkept.why() + "。" + AGAIN;
                    case BadConfig bad -> again(bad.getMessage());
                    case PortInUseException taken -> taken(taken.getPort());
                    case BindException unbound -> address();
                    case SQLException sql -> database(sql);
                    case AccessDeniedException denied ->
                            "没有权限读写 " + denied.getFile() + "。请检查这个文件（夹）属于谁，或换一个位置。";
                    case FileSystemException broken ->
                            "读写 " + broken.getFile() + " 时出错。请检查磁盘是否已满、文件夹是否还在。";
                    default -> BadSetting.in(e).map(Reason::again).orElse(null);
                };
        return Optional.ofNullable(sentence);
    }

    private static String taken(int port) {
        return "端口 %d 已被别的程序占用。请先停掉那个程序，或换一个端口：启动时加 --server.port=%d，或写在 config/application.yaml 的 server.port。"
                .formatted(port, port + 1);
    }

    private String address() {
        return "不能监听地址 "
                + property("server.address")
                + ":"
                + property("server.port")
                + "。server.address 应是本机的地址：只给本机用写 127.0.0.1，给内网用写 0.0.0.0。";
    }

    private String database(SQLException e) {
        var where = "数据库 " + property("spring.datasource.url").replaceAll("[?;].*", "");
        var state = String.valueOf(e.getSQLState());
        if (state.startsWith("08")) {
            return "连不上" + where + "。请检查地址和端口（spring.datasource.url），数据库是否在运行。";
        }
        if (state.startsWith("28")) {
            return where + " 的用户名或密码不对。请检查 spring.datasource.username 和 password。";
        }
        if (state.startsWith("3D")) {
            return where + " 还没有建。请先建一个空的库，或改 spring.datasource.url。";
        }
        return where + " 打不开：" + e.getMessage() + "。请检查数据目录能否读写、磁盘是否已满；确实坏了就恢复备份（README“备份和恢复”）。";
    }

    private String property(String name) {
        return environment == null ? "" : environment.getProperty(name, "");
    }

    /** Our own sentences are Chinese; those of libraries are not for everybody. */
    private static Optional<String> spoken(Throwable e) {
        return Optional.ofNullable(e.getMessage())
                .filter(message -> message.matches("(?s)[^:]{0,40}\\p{IsHan}.*"))
                .map(Reason::again);
    }

    private static String again(@Nullable String message) {
        return message + (String.valueOf(message).matches("(?s).*[。？]") ? "" : "。") + AGAIN;
    }

    private static List<Throwable> chain(Throwable failure) {
        var seen = Collections.newSetFromMap(new IdentityHashMap<Throwable, Boolean>());
        var chain = new ArrayList<Throwable>();
        for (Throwable e = failure; e != null && seen.add(e); e = e.getCause()) {
            chain.add(e);
        }
        return chain;
    }
}
