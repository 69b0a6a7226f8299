package org.ximen.knowledge;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * The Markdown files of a folder as articles, read again when they change. A file that cannot be
 * used keeps its last good version and is named in the log once.
 */
final class Folder {
    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);
    // Two writes within one tick of a file system's clock look alike, so a fresh file is read
    // twice.
    private static final Duration TICK = Duration.ofSeconds(3);

    private record Stamp(long size, Instant modified) {}

    private record Known(Stamp stamp, boolean settled, String hash, @Nullable Article article) {}

    private final Path root;
    private Map<String, Known> files = Map.of();
    private boolean missing;

    Folder(Path root) {
        this.root = root;
    }

    /** Looks at every file; true if an article is new, changed or gone. */
    boolean refresh(Instant now) {
        var found = list();
        if (found == null) {
            return false;
        }
        var next = new HashMap<String, Known>();
        for (var file : found) {
            var id = id(file);
            var known = known(file, id, files.get(id), now);
            if (known != null) {
                next.put(id, known);
            }
        }
        boolean changed = !articles(next).equals(articles(files));
        files = next;
        return changed;
    }

    /** The good articles by id. */
    Map<String, Article> articles() {
        return articles(files);
    }

    private static Map<String, Article> articles(Map<String, Known> files) {
        var articles = new HashMap<String, Article>();
        files.forEach((id, known) -> {
            if (known.article() != null) {
                articles.put(id, known.article());
            }
        });
        return articles;
    }

    private @Nullable List<Path> list() {
        try (var paths = Files.walk(root)) {
            missing = false;
            return paths.filter(Folder::holdsArticle).sorted().toList();
        } catch (IOException | java.io.UncheckedIOException e) {
            if (!missing) {
                LOG.warn("知识文件夹 {} 读不到，继续使用已读到的文章：{}", root, e.toString());
            }
            missing = true;
            return null;
        }
    }

    private static boolean holdsArticle(Path path) {
        var name = path.getFileName().toString();
        return name.endsWith(".md")
                && !name.startsWith(".")
                && !name.equals("README.md")
                && Files.isRegularFile(path);
    }

    private String id(Path file) {
        var path = root.relativize(file).toString().replace('\\', '/');
        return path.substring(0, path.length() - ".md".length());
    }

    private @Nullable Known known(Path file, String id, @Nullable Known before, Instant now) {
        try {
            var stamp = new Stamp(Files.size(file), Files.getLastModifiedTime(file).toInstant());
            if (before != null && before.settled() && before.stamp().equals(stamp)) {
                return before;
            }
            boolean settled = stamp.modified().isBefore(now.minus(TICK));
            return read(file, id, before, new Known(stamp, settled, "", null));
        } catch (IOException e) {
            LOG.warn("文章 {} 读不到，暂不更新：{}", file, e.toString());
            return before;
        }
    }

    private static Known read(Path file, String id, @Nullable Known before, Known now)
            throws IOException {
        boolean huge = now.stamp().size() > MarkdownArticle.MOST_BYTES;
        var bytes = huge ? new byte[0] : Files.readAllBytes(file);
        var hash = huge ? "huge" : Hashes.of(bytes);
        var last = before == null ? null : before.article();
        if (before != null && before.hash().equals(hash)) {
            return new Known(now.stamp(), now.settled(), hash, last);
        }
        try {
            var article = MarkdownArticle.read(id, huge ? tooLarge() : text(bytes));
            return new Known(now.stamp(), now.settled(), hash, article);
        } catch (BadArticle e) {
            LOG.error("文章 {} {}；{}", file, e.getMessage(), last == null ? "暂不收录" : "继续使用原来的版本");
            return new Known(now.stamp(), now.settled(), hash, last);
        }
    }

    private static String tooLarge() {
        throw new BadArticle(1, "文件超过 2 MB，请拆成几篇");
    }

    private static String text(byte[] bytes) {
        try {
            return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
        } catch (CharacterCodingException e) {
            throw new BadArticle(1, "不是 UTF-8 编码的文字");
        }
    }
}
