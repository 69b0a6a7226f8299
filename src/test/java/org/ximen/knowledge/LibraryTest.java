package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.db.Db;
import org.ximen.db.Times;
import org.ximen.knowledge.Finding.Answered;
import org.ximen.knowledge.Finding.Nothing;
import org.ximen.knowledge.Finding.Unsure;
import org.ximen.lucene.LuceneRetriever;
import org.ximen.testing.SettableClock;
import org.ximen.testing.TestDatabase;

@SuppressWarnings("NullAway.Init") // each test opens them first
class LibraryTest {
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 22);
    private static final Supplier<SynonymsFile> NO_SYNONYMS = () -> new SynonymsFile(List.of());
    private static final Dictionary NO_WORDS = new Dictionary(NO_SYNONYMS);

    @TempDir Path home;
    private final SettableClock clock = new SettableClock("2030-01-01T00:00:00Z");
    private LuceneRetriever retriever;
    private Library library;

    private void open(Db db) throws IOException {
        Files.createDirectories(home.resolve("knowledge"));
        retriever = new LuceneRetriever(home.resolve("index"), "pairs");
        library = new Library(home.resolve("knowledge"), db, retriever);
        library.refresh(clock.instant());
    }

    @AfterEach
    void close() throws IOException {
        retriever.close();
    }

    private void write(String name, String head, String body) throws IOException {
        var file = home.resolve("knowledge").resolve(name + ".md");
        Files.createDirectories(file.getParent());
        Files.writeString(file, markdown(head, body));
    }

    private static String markdown(String head, String body) {
        return "---\nkind: FAQ\n" + head + "\n---\n" + body + "\n";
    }

    private boolean refresh() {
        return library.refresh(clock.pass(Duration.ofSeconds(2)));
    }

    private Finding ask(String question) {
        return new Answers(library, retriever, null, NO_WORDS)
                .answer(question, Asker.of(Audience.RESIDENT), TODAY);
    }

    private String answer(String question) {
        return ask(question) instanceof Answered answered ? answered.text() : "";
    }

    @ParameterizedTest
    @EnumSource
    void answersFromFilesAsTheyCome(TestDatabase database) throws IOException {
        open(database.open());
        assertThat(ask("婚介所几号开？")).isInstanceOf(Nothing.class);

        write("faq/cake", "title: 蛋糕问答", "## 蛋糕房哪天休息？\n每周三休息。");
        assertThat(refresh()).isTrue();
        assertThat(answer("蛋糕房哪天休息")).isEqualTo("每周三休息。〔1〕");
        assertThat(refresh()).isFalse();

        write("faq/cake", "title: 蛋糕问答", "## 蛋糕房哪天休息？\n每周五休息。");
        assertThat(refresh()).isTrue();
        assertThat(answer("请问蛋糕房哪天休息呀？")).isEqualTo("每周五休息。〔1〕");

        Files.delete(home.resolve("knowledge/faq/cake.md"));
        assertThat(refresh()).isTrue();
        assertThat(answer("蛋糕房哪天休息")).isEmpty();
        assertThat(library.find("faq/cake")).isEmpty();
        assertThat(retriever.size()).isZero();
    }

    @ParameterizedTest
    @EnumSource
    void keepsTheLastGoodVersionOfABrokenFile(TestDatabase database) throws IOException {
        open(database.open());
        write("a", "title: 甲", "## 蛋糕房哪天休息？\n每周三休息。");
        write("b", "title: 乙\ncolor: red", "## 面包房哪天休息？\n周一。");
        refresh();
        assertThat(answer("面包房哪天休息")).isEmpty();

        Files.writeString(home.resolve("knowledge/a.md"), "---\nkind: FA");
        refresh();
        assertThat(answer("蛋糕房哪天休息")).isEqualTo("每周三休息。〔1〕");

        Files.write(home.resolve("knowledge/a.md"), new byte[] {(byte) 0xff, (byte) 0xfe, 0});
        refresh();
        Files.write(home.resolve("knowledge/a.md"), new byte[3 * 1024 * 1024]);
        refresh();
        assertThat(answer("蛋糕房哪天休息")).isEqualTo("每周三休息。〔1〕");

        write("b", "title: 乙", "## 面包房哪天休息？\n周一。");
        refresh();
        assertThat(answer("面包房哪天休息")).isEqualTo("周一。〔1〕");
    }

    @ParameterizedTest
    @EnumSource
    void neverAnswersFromWhatDoesNotCount(TestDatabase database) throws IOException {
        open(database.open());
        write("old", "title: 旧办法\neffective: 2017-01-01", "## 蛋糕补贴多少钱？\n一百元。");
        write("gone", "title: 过期通知\nexpires: 2026-11-21", "## 面包补贴多少钱？\n二百元。");
        write("soon", "title: 将来办法\neffective: 2026-11-23", "## 汤圆补贴多少钱？\n三百元。");
        refresh();
        assertThat(answer("蛋糕补贴多少钱")).isEqualTo("一百元。〔1〕");
        assertThat(lapsed("面包补贴多少钱")).isEqualTo("《过期通知》只到2026-11-21有效，现已失效。");
        assertThat(lapsed("汤圆补贴多少钱")).isEqualTo("《将来办法》要到2026-11-23才施行。");

        write("new", "title: 新办法\neffective: 2026-01-01\nsupersedes: old", "## 其他\n无。");
        refresh();
        assertThat(lapsed("蛋糕补贴多少钱")).isEqualTo("《旧办法》自2026-01-01起已被新的规定替代。");

        Files.delete(home.resolve("knowledge/new.md"));
        refresh();
        assertThat(answer("蛋糕补贴多少钱")).isEqualTo("一百元。〔1〕");
    }

    private String lapsed(String question) {
        return switch (ask(question)) {
            case Answered answered -> "answered: " + answered.text();
            case Unsure unsure -> unsure.lapsed().getFirst().shown();
            case Finding.Silent silent -> silent.title();
            case Nothing nothing -> nothing.lapsed().getFirst().shown();
        };
    }

    @ParameterizedTest
    @EnumSource
    void hidesFromTheStreetWhatIsForStaff(TestDatabase database) throws IOException {
        open(database.open());
        write("s", "title: 内部\naudience: staff", "## 蛋糕房哪天休息？\n每周三休息。");
        refresh();
        assertThat(ask("蛋糕房哪天休息？")).isInstanceOf(Nothing.class);
        var answers = new Answers(library, retriever, null, NO_WORDS);
        assertThat(answers.answer("蛋糕房哪天休息？", Asker.of(Audience.STAFF), TODAY))
                .isInstanceOf(Answered.class);
    }

    @ParameterizedTest
    @EnumSource
    void everyMachineFollowsWhatIsPublished(TestDatabase database) throws IOException {
        var db = database.open();
        open(db);
        try (var other = new LuceneRetriever(home.resolve("other"), "pairs")) {
            var second = new Library(home.resolve("knowledge"), db, other);
            var now = clock.instant();
            db.run(() -> {
                var body = "## 周六停水吗？\n停水。";
                library.publishWritten("notice-1", markdown("title: 通知", body), now);
            });
            refresh();
            second.refresh(now);
            assertThat(answer("周六停水吗")).isEqualTo("停水。〔1〕");
            assertThat(second.find("notice-1")).isPresent();
            db.run(() -> second.retire("notice-1", now));
            refresh();
            assertThat(answer("周六停水吗")).isEmpty();
        }
        assertThatThrownBy(() -> library.publishWritten("notice-2", "停水", clock.instant()))
                .isInstanceOf(BadArticle.class);
    }

    @ParameterizedTest
    @EnumSource
    void anUndonePublicationLeavesNoTrace(TestDatabase database) throws IOException {
        var db = database.open();
        open(db);
        assertThatThrownBy(() ->
                        db.run(() -> {
                            var text = markdown("title: 通知", "停水。");
                            library.publishWritten("n", text, clock.instant());
                            throw new IllegalStateException("later trouble");
                        }))
                .hasMessage("later trouble");
        assertThat(refresh()).isFalse();
        assertThat(library.list()).isEmpty();
    }

    @ParameterizedTest
    @EnumSource
    void readsEachContentByTheModelOnce(TestDatabase database) throws IOException {
        var db = database.open();
        open(db);
        for (int i = 0; i < 5; i++) {
            write("f" + i, "title: 问答" + i, "## 第" + i + "家哪天休息？\n周" + i + "休息。");
        }
        refresh();
        var embedder = new PairEmbedder();
        var embeddings = new Embeddings(library, retriever, embedder, db);
        assertThat(embeddings.fill(2)).isEqualTo(2);
        assertThat(embeddings.progress()).isEqualTo(new Embeddings.Progress(5, 2));
        assertThat(embeddings.fill(9)).isEqualTo(3);
        assertThat(embeddings.fill(9)).isZero();

        write("f0", "title: 问答0", "## 第0家哪天休息？\n周六休息。");
        write("g0", "title: 问答1", "## 第1家哪天休息？\n周1休息。");
        refresh();
        embeddings.fill(9);
        assertThat(embedder.read).isEqualTo(6);
        assertThat(embeddings.progress()).isEqualTo(new Embeddings.Progress(6, 6));
        var answers = new Answers(library, retriever, embedder, NO_WORDS);
        assertThat(answers.answer("第0家哪天休息？", Asker.of(Audience.RESIDENT), TODAY).toString())
                .contains("周六休息");
    }

    @ParameterizedTest
    @EnumSource
    void aNewQuestionBelowASectionIsReadWithoutTheSection(TestDatabase database)
            throws IOException {
        var db = database.open();
        open(db);
        var section = "## 第一家哪天休息？\n周一休息。\n\n<!-- 也这样问\n礼拜几关门\n";
        write("f", "title: 问答", section + "-->");
        refresh();
        var embedder = new PairEmbedder();
        var embeddings = new Embeddings(library, retriever, embedder, db);
        fillAll(embeddings);
        assertThat(embedder.read).isEqualTo(2);

        write("f", "title: 问答", section + "啥辰光勿开\n-->");
        refresh();
        fillAll(embeddings);
        assertThat(embedder.read).isEqualTo(3);
    }

    @ParameterizedTest
    @EnumSource
    void aQuestionThatTheModelCannotReadKeepsNothingElse(TestDatabase database) throws IOException {
        var db = database.open();
        open(db);
        var asked = "\n<!-- 也这样问\n第2家礼拜几关门\n礼拜几不开\n-->";
        write("f", "title: 问答", "## 哪天休息？\n周一休息。\n" + asked);
        refresh();
        var embedder = new PairEmbedder();
        embedder.unreadable = "第2家";
        var embeddings = new Embeddings(library, retriever, embedder, db);
        fillAll(embeddings);
        assertThat(embedder.read).isEqualTo(2);
        assertThat(embeddings.progress()).isEqualTo(new Embeddings.Progress(1, 1));
    }

    private static void fillAll(Embeddings embeddings) {
        while (embeddings.fill(9) > 0) {
            assertThat(embeddings.progress().done()).isPositive();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aPassageThatTheModelCannotReadKeepsNoOther(TestDatabase database) throws IOException {
        var db = database.open();
        open(db);
        for (int i = 0; i < 5; i++) {
            write("f" + i, "title: 问答" + i, "## 第" + i + "家哪天休息？\n周" + i + "休息。");
        }
        refresh();
        var embedder = new PairEmbedder();
        embedder.unreadable = "第2家";
        var embeddings = new Embeddings(library, retriever, embedder, db);
        int rounds = 0;
        while (embeddings.fill(4) > 0) {
            rounds++;
        }
        assertThat(rounds).isLessThan(5);
        assertThat(embeddings.progress()).isEqualTo(new Embeddings.Progress(5, 4));
    }

    @ParameterizedTest
    @EnumSource
    void afterARestartNothingIsIndexedAgainThatDidNotChange(TestDatabase database)
            throws IOException {
        var db = database.open();
        open(db);
        write("a", "title: 甲", "## 蛋糕房哪天休息？\n每周三休息。");
        refresh();
        new Embeddings(library, retriever, new PairEmbedder(), db).fill(9);
        retriever.close();

        open(db);
        assertThat(retriever.meanings()).isEqualTo(1);
        assertThat(refresh()).isFalse();
        assertThat(answer("蛋糕房哪天休息")).isEqualTo("每周三休息。〔1〕");
    }

    @ParameterizedTest
    @EnumSource
    void knowsTheStreetsOwnWordsAsSoonAsTheyAreListed(TestDatabase database) throws IOException {
        var db = database.open();
        open(db);
        var listed = new AtomicReference<>(List.<String>of());
        var embedder = new PairEmbedder();
        library =
                new Library(
                        home.resolve("knowledge"),
                        db,
                        retriever,
                        new Dictionary(NO_SYNONYMS, listed::get, Optional::of),
                        embedder.model());
        write("a", "title: 甲", "## 零距离家园是什么？\n楼下的会客厅。");
        write("b", "title: 乙", "## 家园有多大？\n距离零点还早，家里有园。");
        refresh();
        var embeddings = new Embeddings(library, retriever, embedder, db);
        embeddings.fill(9);
        assertThat(retriever.vocabulary()).doesNotContainKey("零距离家园");
        assertThat(refresh()).isFalse();

        listed.set(List.of("零距离家园"));
        assertThat(refresh()).isTrue();
        assertThat(retriever.vocabulary()).containsEntry("零距离家园", 1);
        assertThat(retriever.meanings()).isEqualTo(2);
        assertThat(embedder.read).isEqualTo(2);
        assertThat(answer("零距离家园是什么")).contains("会客厅");

        listed.set(List.of());
        assertThat(refresh()).isTrue();
        assertThat(retriever.vocabulary()).doesNotContainKey("零距离家园");
    }

    @ParameterizedTest
    @EnumSource
    void findsWhatIsForTheAskersAreaOrForAll(TestDatabase database) throws IOException {
        open(database.open());
        write("wen", "title: 停水通知\nareas: [文庙居委会]", "文庙一带周三停水。");
        write("meng", "title: 停水通知\nareas: [M2]", "梦花街一带周五停水。");
        write("all", "title: 停电通知", "全街道周一停电。");
        refresh();
        assertThat(found("停水通知", Set.of("W1", "文庙居委会"))).containsExactly("wen");
        assertThat(found("停水通知", Set.of("M2"))).containsExactly("meng");
        assertThat(found("停水通知", Set.of())).containsOnly("wen", "meng");
        assertThat(found("停电通知", Set.of("M2"))).contains("all");
    }

    @ParameterizedTest
    @EnumSource
    void whatIsForAnAreaThatTheStreetDoesNotHaveAnswersNobody(TestDatabase database)
            throws IOException {
        var db = database.open();
        open(db);
        var codes = new ConcurrentHashMap<>(Map.of("文庙社区", "W1", "文庙居委会", "W1"));
        var dictionary =
                new Dictionary(
                        NO_SYNONYMS, List::of, called -> Optional.ofNullable(codes.get(called)));
        library = new Library(home.resolve("knowledge"), db, retriever, dictionary, null);
        write("wen", "title: 停水通知\nareas: [文庙社区, 文庙居委会]", "文庙一带周三停水。");
        write("both", "title: 停水通知\nareas: [文庙居委会, 撤销的居委会]", "两处周四停水。");
        write("old", "title: 停水通知\nareas: 撤销的居委会", "老居委会一带周五停水。");
        refresh();
        assertThat(found("停水通知", Set.of("W1"))).containsOnly("wen", "both");
        assertThat(found("停水通知", Set.of("M2"))).isEmpty();
        assertThat(found("停水通知", Set.of())).containsOnly("wen", "both");
        assertThat(shown("wen.md")).startsWith("wen.md 收录");
        assertThat(shown("both.md")).contains("收录", "“撤销的居委会”街道没有，只用它回答其余区域的人");
        assertThat(shown("old.md")).contains("没有收录", "“撤销的居委会”街道没有，改对之前不用它回答任何人");

        codes.put("撤销的居委会", "W3");
        assertThat(refresh()).isTrue();
        assertThat(found("停水通知", Set.of("M2"))).isEmpty();
        assertThat(found("停水通知", Set.of("W3"))).containsOnly("old", "both");
        assertThat(shown("old.md")).startsWith("old.md 收录");

        codes.remove("撤销的居委会");
        assertThat(refresh()).isTrue();
        assertThat(found("停水通知", Set.of())).containsOnly("wen", "both");
    }

    private String shown(String file) {
        return library.imports().stream()
                .filter(report -> report.file().equals(file))
                .map(Import::shown)
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void nobodyPublishesForAnAreaThatTheStreetDoesNotHave(TestDatabase database)
            throws IOException {
        var db = database.open();
        open(db);
        var codes = new ConcurrentHashMap<>(Map.of("文庙居委会", "W1"));
        var dictionary =
                new Dictionary(
                        NO_SYNONYMS, List::of, called -> Optional.ofNullable(codes.get(called)));
        library = new Library(home.resolve("knowledge"), db, retriever, dictionary, null);
        assertThatThrownBy(() -> library.publish("n", water("文庙居委"), clock.instant()))
                .isInstanceOf(BadArticle.class)
                .hasMessage("第 5 行：areas 里的“文庙居委”街道没有，请写区域的名称或代码");
        library.publish("n", water("文庙居委会"), clock.instant());
        refresh();
        assertThat(found("停水通知", Set.of("W1"))).containsExactly("n");

        codes.clear();
        refresh();
        assertThat(found("停水通知", Set.of())).isEmpty();
        assertThat(shown("n")).contains("没有收录", "不用它回答任何人");
        library.expire("n", TODAY, clock.instant());
        refresh();
        assertThat(library.find("n").orElseThrow().expires()).isEqualTo(TODAY);
    }

    private static NewArticle water(String area) {
        return new NewArticle(
                Article.Kind.NOTICE,
                "停水通知",
                "街道",
                List.of(),
                List.of(area),
                null,
                null,
                null,
                null,
                List.of(new NewArticle.TextSection(null, "周三停水。")));
    }

    @ParameterizedTest
    @EnumSource
    void oneFileThatNobodyForesawStopsNoOther(TestDatabase database) throws IOException {
        var db = database.open();
        open(db);
        write("b", "title: 乙", "## 面包房哪天休息？\n周一。");
        refresh();
        write("a", "title: 甲\nareas: [", "## 蛋糕房哪天休息？\n每周三休息。");
        write("b", "title: 乙\nareas: [", "## 面包房哪天休息？\n周二。");
        write("c", "title: 丙", "## 汤圆店哪天休息？\n周五。");
        refresh();
        assertThat(library.find("a")).isEmpty();
        assertThat(answer("面包房哪天休息")).isEqualTo("周一。〔1〕");
        assertThat(answer("汤圆店哪天休息")).isEqualTo("周五。〔1〕");
        assertThat(shown("a.md")).contains("没有收录", "第 4 行第 9 列", "括号");
        assertThat(shown("b.md")).contains("没有收录", "继续使用原来的版本");

        // What an older version took and this one does not.
        db.client()
                .sql("insert into article values ('x', 7, 'no head', false, :at)")
                .param("at", Times.utc(clock.instant()))
                .update();
        db.run(() -> library.publish("y", water("W1"), clock.instant()));
        refresh();
        assertThat(found("停水通知", Set.of())).containsExactly("y");
        assertThat(shown("x")).contains("没有收录", "文章应以 --- 开头");
    }

    private List<String> found(String question, Set<String> areas) {
        var asker = new Asker(Audience.RESIDENT, areas);
        return new Answers(library, retriever, null, NO_WORDS)
                .ranked(question, asker, TODAY, Retriever.Mode.BM25).stream()
                        .filter(passage -> passage.title().equals(question))
                        .map(Passage::article)
                        .toList();
    }

    @ParameterizedTest
    @EnumSource
    void makesADamagedIndexAnew(TestDatabase database) throws IOException {
        var db = database.open();
        open(db);
        write("a", "title: 甲", "## 蛋糕房哪天休息？\n每周三休息。");
        refresh();
        retriever.close();
        try (var files = Files.list(home.resolve("index"))) {
            for (var file : files.toList()) {
                Files.write(file, new byte[] {1, 2, 3});
            }
        }
        open(db);
        assertThat(answer("蛋糕房哪天休息")).isEqualTo("每周三休息。〔1〕");
    }
}
