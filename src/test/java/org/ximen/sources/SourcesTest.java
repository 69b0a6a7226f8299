package org.ximen.sources;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Import;
import org.ximen.knowledge.Validity;
import org.ximen.testing.TestDatabase;

@SuppressWarnings("NullAway.Init") // each test opens it first
class SourcesTest {
    @TempDir Path home;
    private final Site site = new Site();
    private Followed street;

    private void open(TestDatabase database) throws IOException {
        street = new Followed(database.open(), home, site);
    }

    @AfterEach
    void close() throws IOException {
        street.close();
        site.close();
    }

    private static String notice(String text) {
        return Site.article("关于文庙路停水的通知", text);
    }

    @ParameterizedTest
    @EnumSource
    void whatAListNamesBecomesArticles(TestDatabase database) throws IOException {
        open(database);
        site.list("/a.html", "/b.html");
        site.page("/a.html", notice("文庙路因管道检修停水，停水时间为11月28日9时至17时。"));
        site.page(
                "/b.html",
                Site.article(
                        "某某街道犬只管理办法",
                        "某街办〔2026〕12号</p><p>第一条 遛狗应当牵绳。</p><p>第二条 本办法自2026年3月1日起施行。"));
        street.round();

        assertThat(site.asked()).containsExactly("/robots.txt", "/list.html", "/a.html", "/b.html");
        assertThat(street.answer("文庙路什么时候停水")).contains("11月28日9时至17时");
        var rule = article("某某街道犬只管理办法");
        assertThat(rule.kind()).isEqualTo(Article.Kind.POLICY);
        assertThat(rule.number()).isEqualTo("某街办〔2026〕12号");
        assertThat(rule.effective()).hasToString("2026-03-01");
        assertThat(rule.source()).isEqualTo(site.at("/b.html"));
        assertThat(rule.issuer()).isEqualTo("某某街道办事处");
        var report = street.report("/b.html");
        assertThat(report.state()).isEqualTo(Import.State.TAKEN);
        assertThat(report.facts()).extracting("key").contains("number", "effective");
        assertThat(street.pages("new")).isEqualTo(2);
    }

    private Article article(String title) {
        return street.current().stream()
                .filter(article -> article.title().equals(title))
                .findFirst()
                .orElseThrow();
    }

    @ParameterizedTest
    @EnumSource
    void whatIsUnchangedGetsNoNewVersion(TestDatabase database) throws IOException {
        open(database);
        site.list("/a.html");
        site.page("/a.html", notice("停水一天。</p><p>浏览次数：17"));
        street.round();
        site.page("/a.html", "<!-- 2 -->" + notice("停水一天。</p><p>浏览次数：18"));
        street.round();
        assertThat(street.library.list()).hasSize(1);
        assertThat(street.pages("new")).isEqualTo(1);
        assertThat(street.pages("same")).isEqualTo(1);
    }

    @ParameterizedTest
    @EnumSource
    void asksWhetherAPageIsAsItWas(TestDatabase database) throws IOException {
        open(database);
        site.list("/a.html");
        site.on(
                "/a.html",
                exchange -> {
                    exchange.getResponseHeaders().set("ETag", "\"v1\"");
                    exchange.getResponseHeaders().set("Content-Type", "text/html");
                    boolean known =
                            "\"v1\"".equals(exchange.getRequestHeaders().getFirst("If-None-Match"));
                    Site.send(
                            exchange,
                            known ? 304 : 200,
                            known ? new byte[0] : notice("停水一天。").getBytes("UTF-8"));
                });
        street.round();
        assertThat(site.asked("/a.html").etag()).isNull();
        street.round();
        assertThat(site.asked("/a.html").etag()).isEqualTo("\"v1\"");
        assertThat(site.asked("/a.html").agent()).contains("XimenBot").contains("it@street.test");
        assertThat(street.pages("same")).isEqualTo(1);
        assertThat(street.texts()).containsExactly("停水一天。");

        street.follow(street.source("notice"));
        street.round();
        assertThat(site.asked("/a.html").etag()).isNull();
        assertThat(street.current()).extracting(Article::kind).containsExactly(Article.Kind.NOTICE);
        assertThat(street.library.list()).hasSize(1);
        // The order is the same after a restart, or every article would look changed.
        assertThat(street.current().getFirst().markdown())
                .startsWith("---\nkind: NOTICE\nsource: http");
    }

    @ParameterizedTest
    @EnumSource
    void aChangedPageReplacesItsOlderVersion(TestDatabase database) throws IOException {
        open(database);
        site.list("/a.html");
        site.page("/a.html", notice("文庙路停水时间为11月28日9时至17时。"));
        street.round();
        site.page("/a.html", notice("文庙路停水时间改为11月30日8时至12时。"));
        street.round();

        assertThat(street.answer("文庙路停水时间")).contains("11月30日").doesNotContain("11月28日");
        assertThat(street.library.list()).hasSize(2);
        var older =
                street.library.list().stream()
                        .filter(article -> article.text().contains("11月28日"))
                        .findFirst()
                        .orElseThrow();
        assertThat(older.on(street.today())).isEqualTo(Validity.SUPERSEDED);
        var newer = street.library.find(street.report("/a.html").article() + "").orElseThrow();
        assertThat(newer.supersedes()).isEqualTo(older.id());

        site.page("/a.html", notice("文庙路停水时间改为12月1日8时至12时。"));
        street.round();
        assertThat(street.texts()).containsExactly("文庙路停水时间改为12月1日8时至12时。");
        assertThat(street.library.list()).hasSize(3);
        assertThat(street.pages("changed")).isEqualTo(2);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsMissingTwiceRunningExpiresAndComesBack(TestDatabase database) throws IOException {
        open(database);
        site.list("/a.html", "/b.html");
        site.page("/a.html", notice("停水一天。"));
        site.page("/b.html", Site.article("关于垃圾分类的通知", "湿垃圾每天收两次。"));
        street.round();

        site.on("/a.html", Site.status(410));
        site.list("/b.html");
        street.round();
        assertThat(street.texts()).contains("停水一天。");
        assertThat(street.report("/a.html").warnings().getFirst()).contains("下一轮还没有就失效");

        street.restart();
        var last = street.today();
        street.round();
        assertThat(street.texts()).containsExactly("湿垃圾每天收两次。");
        var gone = street.library.find(street.report("/a.html").article() + "").orElseThrow();
        assertThat(gone.expires()).isEqualTo(last);
        assertThat(gone.on(last)).isEqualTo(Validity.CURRENT);
        street.round();
        assertThat(street.pages("expired")).isEqualTo(1);

        site.page("/a.html", notice("停水一天。"));
        street.round();
        assertThat(street.texts()).contains("停水一天。");
        assertThat(street.library.list()).hasSize(2);
        assertThat(street.report("/a.html").state()).isEqualTo(Import.State.TAKEN);
    }

    @ParameterizedTest
    @EnumSource
    void whatWasMissingOnceMayCountAgainFromNothing(TestDatabase database) throws IOException {
        open(database);
        site.list("/a.html");
        var page =
                Site.sends(notice("停水一天。"), java.nio.charset.StandardCharsets.UTF_8, "text/html");
        for (var answer : List.of(page, Site.status(404), page, Site.status(404), page)) {
            site.on("/a.html", answer);
            street.round();
            assertThat(street.texts()).containsExactly("停水一天。");
        }
    }

    @ParameterizedTest
    @EnumSource
    void troubleOfASiteEndsNothing(TestDatabase database) throws IOException {
        open(database);
        site.list("/a.html");
        site.page("/a.html", notice("停水一天。"));
        street.round();
        for (int status : new int[] {500, 502, 503, 403, 401, 500}) {
            site.on("/a.html", Site.status(status));
            street.round();
        }
        assertThat(street.report("/a.html").kept()).isTrue();
        site.on("/a.html", Site.status(404));
        site.on("/list.html", Site.status(404));
        street.round();
        street.round();
        street.round();
        assertThat(street.texts()).containsExactly("停水一天。");
        assertThat(street.report("/list.html").warnings().getFirst()).contains("404");
    }

    @ParameterizedTest
    @EnumSource
    void whatAnEditorTookBackStaysAway(TestDatabase database) throws IOException {
        open(database);
        site.list("/a.html");
        site.page("/a.html", notice("停水一天。"));
        street.round();
        var id = street.current().getFirst().id();
        street.library.retire(id, street.clock.instant());
        site.page("/a.html", notice("停水两天。"));
        street.round();
        assertThat(street.library.list()).isEmpty();
        assertThat(street.report("/a.html").warnings()).containsExactly("编辑已撤下，不再自动收录");
        assertThat(street.report("/a.html").kept()).isFalse();
    }

    @ParameterizedTest
    @EnumSource
    void aSourceThatWasChangedBeginsAtOnce(TestDatabase database) throws IOException {
        open(database);
        site.list("/a.html");
        site.page("/a.html", notice("停水一天。"));
        while (street.step()) {
            street.clock.pass(Followed.PAUSE);
        }
        street.follow(street.source("guide"));
        assertThat(street.step()).isTrue();
        street.round();
        assertThat(street.current()).extracting(Article::kind).containsExactly(Article.Kind.GUIDE);
    }

    @ParameterizedTest
    @EnumSource
    void aPageOfTwoListsIsOneArticleAndTheSiteIsAskedOnceATime(TestDatabase database)
            throws IOException {
        open(database);
        site.list("/a.html", "/b.html");
        site.page("/other.html", "<ul class=list><li><a href=/b.html>关于停水的通知</a></ul>");
        site.page("/a.html", notice("停水一天。"));
        site.page("/b.html", notice("停水两天。"));
        street.follow(street.source(null), street.other(site.at("/other.html")));
        for (int asked = 0; street.stepsOfNow(); asked++) {
            assertThat(site.asked()).hasSizeLessThanOrEqualTo(1);
            assertThat(asked).isLessThan(50);
            street.clock.pass(Followed.PAUSE);
        }
        street.library.refresh(street.clock.instant());
        assertThat(street.texts()).containsExactlyInAnyOrder("停水一天。", "停水两天。");

        street.follow(street.other(site.at("/other.html")));
        site.page("/b.html", notice("停水三天。"));
        street.clock.pass(Followed.DAY);
        street.round();
        assertThat(street.texts()).containsExactlyInAnyOrder("停水一天。", "停水三天。");
    }

    @ParameterizedTest
    @EnumSource
    void aRoundGoesOnAfterARestart(TestDatabase database) throws IOException {
        open(database);
        site.list("/a.html", "/b.html");
        site.page("/a.html", notice("停水一天。"));
        site.page("/b.html", notice("停水两天。"));
        for (int steps = 0; steps < 4; steps++) {
            assertThat(street.step()).isTrue();
            street.clock.pass(Followed.PAUSE);
        }
        street.restart();
        street.round();
        assertThat(site.asked()).containsOnlyOnce("/list.html", "/a.html", "/b.html");
        assertThat(street.library.list()).hasSize(2);
    }
}
