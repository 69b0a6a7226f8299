package org.ximen.settings;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.ximen.isolation.IsolatedRun;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.DeserializationFeature;
import tools.jackson.databind.JsonNode;
import tools.jackson.dataformat.yaml.YAMLMapper;

/**
 * One YAML file as one immutable value, read again when the file changes. A change that cannot be
 * used is logged and the last good value stays; one that is used is logged too.
 *
 * @param <T> a record; unknown keys are errors, and what its constructors refuse is reported
 */
public final class ConfigFile<T> implements Supplier<T> {
    private static final Logger LOG = LoggerFactory.getLogger(ConfigFile.class);
    private static final YAMLMapper YAML =
            YAMLMapper.builder().enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES).build();

    private final Path file;
    private final Class<T> type;
    private volatile Read<T> last;

    private record Read<T>(Stamp stamp, T value) {}

    private record Stamp(long modified, long size) {}

    /** Reads the file at once; a file that cannot be used is a {@link BadConfig}. */
    public ConfigFile(Path file, Class<T> type) {
        this.file = file;
        this.type = type;
        this.last = new Read<>(stamp(), read());
    }

    /**
     * A file that an older installation may not have: while there is none, the value is this, and
     * that is told once.
     *
     * @param without what the product does without it, as a sentence for the log
     */
    public static <T> ConfigFile<T> optional(Path file, Class<T> type, T none, String without) {
        if (Files.exists(file)) {
            return new ConfigFile<>(file, type);
        }
        LOG.warn("没有配置文件 {}：{}", file, without);
        return new ConfigFile<>(file, type, none);
    }

    private ConfigFile(Path file, Class<T> type, T none) {
        this.file = file;
        this.type = type;
        this.last = new Read<>(stamp(), none);
    }

    /** The last good value. */
    @Override
    public T get() {
        return last.value();
    }

    /** Reads the file again if it changed; true if there is a new value. */
    public boolean refresh() {
        var before = last;
        var stamp = stamp();
        if (stamp.equals(before.stamp())) {
            return false;
        }
        var value = IsolatedRun.of(this::read, why -> aside(before.value(), why));
        last = new Read<>(stamp, value);
        boolean changed = value != before.value();
        if (changed) {
            LOG.info("配置文件 {} 改过了，新内容已生效", file);
        }
        return changed;
    }

    /**
     * The entries of a list in the file, each apart: one that cannot be used is told in the log
     * with its line, and left out.
     *
     * @param key of the list, at the top of the file
     * @param written the list as it was read
     * @param entry a record; what its constructors refuse is reported
     */
    public <E> List<E> each(String key, List<JsonNode> written, Class<E> entry) {
        return IntStream.range(0, written.size())
                .mapToObj(i -> one(key, i, written.get(i), entry))
                .flatMap(Optional::stream)
                .toList();
    }

    private <E> Optional<E> one(String key, int index, JsonNode written, Class<E> entry) {
        return IsolatedRun.of(
                () -> Optional.of(YAML.treeToValue(written, entry)),
                why -> {
                    if (why instanceof JacksonException e) {
                        e.prependPath(List.of(), index);
                        e.prependPath(type, key);
                    }
                    LOG.error("配置文件 {} 有误：{}；这一条先不用，其余照常", file, trouble(why));
                    return Optional.empty();
                });
    }

    private static <T> T aside(T before, Throwable why) {
        LOG.error("{}；继续使用原来的配置", why.getMessage());
        return before;
    }

    private T read() {
        if (!Files.exists(file)) {
            throw new BadConfig(file, "找不到这个文件。请在含有 config/ 的文件夹里启动");
        }
        if (!Files.isReadable(file)) {
            throw new BadConfig(file, "没有权限读这个文件");
        }
        return IsolatedRun.of(
                () -> YAML.readValue(file.toFile(), type),
                why -> {
                    throw new BadConfig(file, trouble(why), why);
                });
    }

    private String trouble(Throwable why) {
        return why instanceof JacksonException e ? Trouble.of(e, file) : "程序读不了（" + why + "）";
    }

    private Stamp stamp() {
        var plain = file.toFile();
        return new Stamp(plain.lastModified(), plain.length());
    }
}
