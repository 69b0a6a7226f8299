package org.ximen.knowledge;

import java.util.regex.Pattern;
import org.ximen.knowledge.Pool.Standing;

/** What may speak for a passage; the learnt rankers name them. */
enum Feature {
    /** The words, against the best of the pool. */
    LEXICAL(s -> share(s.one().lexical(), s.pool().lexical())),
    LEXICAL_RANK(s -> Math.log1p(s.lexicalRank())),
    BODY_WORDS(s -> share(s.one().hit().words().bodyWords(), s.pool().bodyWords())),
    BODY_PAIRS(s -> share(s.one().hit().words().bodyPairs(), s.pool().bodyPairs())),
    TITLE_SHARE(s -> s.one().hit().words().titleWords() / s.pool().weight()),
    HEADING_SHARE(s -> s.one().hit().words().headingWords() / s.pool().weight()),
    HEADING_PAIRS(s -> s.one().hit().words().headingPairs() / s.pool().weight()),
    /** The meaning. */
    COSINE(s -> s.one().cosine()),
    COSINE_GAP(s -> s.one().cosine() - s.pool().cosine()),
    COSINE_RANK(s -> Math.log1p(s.cosineRank())),
    /** First the document, then the article in it. */
    DOCUMENT_COSINE(s -> s.document().cosine() - s.pool().cosine()),
    DOCUMENT_COSINES(s -> s.document().near()),
    DOCUMENT_LEXICAL(s -> share(s.document().lexical(), s.pool().lexical())),
    DOCUMENT_COVERAGE(s -> s.pool().coverage(s.document())),
    WITHIN_COSINE(s -> s.one().cosine() - s.document().cosine()),
    WITHIN_LEXICAL(s -> share(s.one().lexical(), s.document().lexical())),
    /** The text and the kind of fact that is asked for. */
    LENGTH(s -> Math.log1p(s.one().text().length())),
    COVERAGE(s -> s.pool().asking().coverage(s.one().text(), s.one().head())),
    FACT(Feature::fact),
    LOCAL(s -> Texts.LOCAL.matcher(s.one().passage().title()).find() ? 1 : 0),
    FACT_COVERAGE(Feature::factCoverage),
    NUMBER_MATCH(s -> agree(Texts.ASKS_NUMBER, s, Texts.NUMBER)),
    PENAL_MATCH(s -> agree(Texts.ASKS_PENALTY, s, Texts.PENALTY)),
    /** The question: on some kinds the words tell more, on others the meaning. */
    QUESTION_LENGTH(s -> s.pool().asking().text().length()),
    COLLOQUIAL(s -> Texts.COLLOQUIAL.matcher(s.pool().asking().text()).results().count()),
    BEST_LEXICAL(s -> s.pool().lexical() / s.pool().weight()),
    LEXICAL_MARGIN(s -> share(s.pool().lexicalMargin(), s.pool().lexical())),
    COSINE_MARGIN(s -> s.pool().cosineMargin());

    private interface Value {
        double of(Standing standing);
    }

    // An enum's own statics are not there yet when its values are made.
    private static final class Texts {
        // 上海市…规定, 黄浦区…办法: made for this very place.
        static final Pattern LOCAL = Pattern.compile("^.{2,4}(?:省|市|区|县|街道|镇)");
        static final Pattern ASKS_NUMBER = Pattern.compile("几|多少|多久|多长|多大|最高|最低|最长|最多|至少|最少|期限");
        static final Pattern NUMBER =
                Pattern.compile("[0-9一二两三四五六七八九十百千万]+(?:个|日|天|年|月|周|倍|元|小时|人|次|%|分之|平方|米|岁|条)");
        static final Pattern ASKS_PENALTY = Pattern.compile("罚|赔|拘留|犯法|违法|后果|处理|责任|坐牢|判");
        static final Pattern PENALTY = Pattern.compile("罚款|处罚|责令|警告|拘留|赔偿|没收|违法所得");
        static final Pattern COLLOQUIAL =
                Pattern.compile("[吗呢啊呀伐吧么啦嘛咋啥]|我|咱|怎么|小囡|老板|人家|一点|多少钱|可以吗");
    }

    private final Value value;

    Feature(Value value) {
        this.value = value;
    }

    double of(Standing standing) {
        return value.of(standing);
    }

    private static double share(double part, double whole) {
        return whole <= 0 ? 0 : part / whole;
    }

    /** 1 if the passage has what the question asks for, -1 if not, 0 if it does not ask. */
    private static double agree(Pattern asks, Standing standing, Pattern answers) {
        if (!asks.matcher(standing.pool().asking().written()).find()) {
            return 0;
        }
        return answers.matcher(standing.one().text()).find() ? 1 : -1;
    }

    private static double fact(Standing standing) {
        var kinds = standing.pool().asking().kinds();
        if (kinds.isEmpty()) {
            return 0;
        }
        return standing.pool().asking().answeredBy(standing.one().text()) ? 1 : -1;
    }

    /** How much of the question stands in one sentence with the asked kind of fact. */
    private static double factCoverage(Standing standing) {
        var asking = standing.pool().asking();
        double best = 0;
        for (var sentence : Sentences.of(standing.one().text())) {
            if (asking.answeredBy(sentence)) {
                best = Math.max(best, asking.coverage(sentence));
            }
        }
        return best;
    }
}
