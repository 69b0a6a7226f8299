package org.ximen.bench;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.ximen.knowledge.Article;
import org.ximen.knowledge.Article.Block;
import org.ximen.knowledge.Article.Kind;
import org.ximen.knowledge.Article.Section;
import org.ximen.knowledge.Audience;
import org.ximen.text.Language;

/**
 * Articles that mean nothing but that look to an index as a street's do: written by a chain of
 * characters learnt from the sample articles, each about the matter of one of them, with the names
 * and numbers that make the long tail of terms. The same seed writes the same.
 */
final class PolicyText {
    /** Passages of one article; a section is short enough to be one. */
    static final int SECTIONS = 10;

    static final LocalDate TODAY = LocalDate.of(2026, 11, 25);
    private static final long SEED = 20261125;
    private static final List<String> FRAMES =
            List.of(
                    "%s",
                    "请问%s", "我想问下，%s", "%s，我该找谁", "%s要多少钱", "%s几天能办好", "听说%s，是真的伐", "隔壁%s怎么办");

    private final Samples samples;

    PolicyText(Path folder) {
        this.samples = new Samples(folder);
    }

    /** The texts whose matters the articles have; the index is what {@link #topic} gives. */
    List<String> topics() {
        return samples.sections().stream().map(s -> s.title() + " " + s.text()).toList();
    }

    /** Which sample section a section of an article is about. */
    int topic(int article, int section) {
        var random = new SplittableRandom(SEED * 31 + article);
        int first = random.nextInt(samples.sections().size());
        return Math.floorMod(first + section, samples.sections().size());
    }

    Article article(int number) {
        var random = new SplittableRandom(SEED + number);
        var title = samples.sections().get(topic(number, 0)).title() + "（" + name(random) + "）";
        var sections =
                IntStream.range(0, SECTIONS).mapToObj(i -> section(number, i, random)).toList();
        boolean lapsed = random.nextInt(20) == 0;
        List<Audience> audience = random.nextInt(50) == 0 ? List.of(Audience.STAFF) : List.of();
        return new Article(
                "bench/" + number,
                Kind.POLICY,
                title,
                Language.ZH,
                null,
                null,
                audience,
                List.of(),
                null,
                TODAY.minusDays(random.nextInt(1, 4000)),
                null,
                lapsed ? TODAY.minusDays(1) : null,
                null,
                Article.Acts.NONE,
                null,
                true,
                null,
                List.of(),
                List.of(),
                List.of(),
                sections,
                "article " + number,
                Article.Later.NONE);
    }

    private Section section(int article, int place, SplittableRandom random) {
        var topic = samples.sections().get(topic(article, place));
        var text = new StringBuilder();
        int length = random.nextInt(80, 360);
        while (text.length() < length) {
            text.append(random.nextInt(4) == 0 ? part(topic, random) : samples.written(random));
            text.append(random.nextInt(6) == 0 ? name(random) : "");
            text.append(random.nextInt(8) == 0 ? random.nextInt(10_000) + "元" : "");
            text.append("。");
        }
        var path = List.of("第" + (place + 1) + "条 " + topic.heading());
        return new Section(path, List.of(new Block(text.toString(), false)));
    }

    private static String part(Samples.Sample topic, SplittableRandom random) {
        var parts = topic.text().split("[。；\n]");
        return parts[random.nextInt(parts.length)];
    }

    /** 宜兴里弄, 吴江路: pairs of characters that are seldom seen twice. */
    private String name(SplittableRandom random) {
        var ends = List.of("路", "里弄", "小区", "居委会", "有限公司", "大厦");
        return "" + samples.any(random) + samples.any(random) + ends.get(random.nextInt(6));
    }

    /** What residents may ask about these matters; never a heading as it stands. */
    List<String> questions(int many) {
        var random = new SplittableRandom(SEED);
        var questions = new ArrayList<String>();
        while (questions.size() < many) {
            var heading = samples.sections().get(random.nextInt(samples.sections().size()));
            var about = heading.heading().replaceAll("[？?]$", "");
            var question = FRAMES.get(random.nextInt(FRAMES.size())).formatted(about);
            if (!questions.contains(question)) {
                questions.add(question);
            }
        }
        return questions;
    }
}
