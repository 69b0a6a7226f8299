package org.ximen.knowledge;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.ximen.documents.Documents;
import org.ximen.isolation.IsolatedRun;

/**
 * The files of a folder as articles, read again when they change. A file that cannot be used keeps
 * its last good version; what became of each is told once in the log and kept for the editor.
 */
final class Folder {
    private static final Logger LOG = LoggerFactory.getLogger(Folder.class);
    // Two writes within one tick of a file system's clock look alike, so a fresh file is read
    // twice.
    private static final Duration TICK = Duration.ofSeconds(3);

    /** What was last made of a file. */
    private record Known(
            FileState state, boolean settled, @Nullable Article article, Import report) {
        Known settled(FileState now, boolean settles) {
            return new Known(now, settles, article, report);
        }
    }

    private final Path root;
    private volatile Map<String, Known> files = Map.of();
    private boolean missing;

    Folder(Path root) {
        this.root = root;
    }

    /** The same folder, of which nothing is read again that the other has read. */
    Folder(Folder other) {
        this.root = other.root;
        this.files = other.files;
    }

    /** Looks at every file; true if an article is new, changed or gone. */
    boolean refresh(Instant now) {
        var found = list();
        if (found == null) {
            return false;
        }
        var next = new TreeMap<String, Known>();
        IsolatedRun.each(
                found,
                file -> put(next, file, known(file, name(file), files.get(name(file)), now)),
                (file, why) -> put(next, file, aside(name(file), files.get(name(file)), why)));
        boolean changed = !articles(next).equals(articles(files));
        files = next;
        return changed;
    }

    private String name(Path file) {
        return root.relativize(file).toString().replace('\\', '/');
    }

    private void put(Map<String, Known> all, Path file, @Nullable Known known) {
        if (known != null) {
            all.put(name(file), known);
        }
    }

    /** The good articles by id. */
    Map<String, Article> articles() {
        return articles(files);
    }

    /** What became of each file, by its name. */
    List<Import> imports() {
        return files.values().stream().map(Known::report).toList();
    }

    private static Map<String, Article> articles(Map<String, Known> files) {
        var articles = new HashMap<String, Article>();
        files.values()
                .forEach(known -> {
                    var article = known.article();
                    if (article != null) {
                        articles.put(article.id(), article);
                    }
                });
        return articles;
    }

    private @Nullable List<Path> list() {
        try (var paths = Files.walk(root)) {
            missing = false;
            return paths.filter(Folder::isForUs).sorted().toList();
        } catch (IOException | UncheckedIOException e) {
            if (!missing) {
                LOG.warn("知识文件夹 {} 读不到，继续使用已读到的文章：{}", root, e.toString());
            }
            missing = true;
            return null;
        }
    }

    private static boolean isForUs(Path path) {
        var name = path.getFileName().toString();
        boolean known =
                name.endsWith(Reception.MARKDOWN)
                        || Documents.reads(name)
                        || Documents.refusal(name) != null;
        return known
                && !name.startsWith(".")
                && !name.startsWith("~$") // what Office puts beside an open file
                && !name.equals("README.md")
                && Files.isRegularFile(path);
    }

    private @Nullable Known known(Path file, String name, @Nullable Known before, Instant now) {
        try {
            var state = FileState.of(file);
            if (before != null && before.settled() && before.state().looksLike(state)) {
                return before;
            }
            boolean settled = state.modified().isBefore(now.minus(TICK));
            var full = state.withHash(file);
            if (before != null && before.state().hash().equals(full.hash())) {
                return before.settled(full, settled);
            }
            var known = read(file, name, before, now).settled(full, settled);
            tell(known.report());
            return known;
        } catch (IOException e) {
            return aside(name, before, e);
        }
    }

    private static @Nullable Known aside(String name, @Nullable Known before, Throwable why) {
        LOG.warn("文件 {} 读不到，暂不更新：{}", name, why.toString());
        return before;
    }

    private Known read(Path file, String name, @Nullable Known before, Instant now)
            throws IOException {
        var last = before == null ? null : before.article();
        var state = FileState.NONE;
        return IsolatedRun.<Known, IOException>of(
                () -> {
                    var found = inside(file, name);
                    var received = Reception.read(id(name), found, FileState.beside(file));
                    return new Known(state, false, received.article(), received.report(name, now));
                },
                why -> {
                    var reason = RefusalReason.of(name, why);
                    return new Known(state, false, last, Import.refused(name, last, reason, now));
                });
    }

    // A link may lead anywhere; what lies outside the folder is not ours to tell.
    private Path inside(Path file, String name) throws IOException {
        if (!file.toRealPath().startsWith(root.toRealPath())) {
            throw new BadArticle("指向资料文件夹外面，没有打开");
        }
        var refusal = Documents.refusal(name);
        if (refusal != null) {
            throw new BadArticle(refusal);
        }
        return file;
    }

    private static String id(String name) {
        return name.endsWith(Reception.MARKDOWN)
                ? name.substring(0, name.length() - Reception.MARKDOWN.length())
                : name;
    }

    private static void tell(Import report) {
        boolean usual = report.file().endsWith(Reception.MARKDOWN);
        switch (report.state()) {
            case TAKEN -> LOG.atLevel(usual ? Level.DEBUG : Level.INFO).log("{}", report.shown());
            case CLEANED -> LOG.warn("{}", report.shown());
            case REFUSED -> LOG.error("{}", report.shown());
        }
    }
}
