package org.ximen.knowledge;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ximen.knowledge.PhrasingGuard.Breach;
import org.ximen.text.Language;

/** What a chat model may say of two passages. */
class PhrasingGuardTest {
    private static final String DOG =
            "狗满三个月要到居住地的公安部门办理养犬登记，领取养犬登记证。每户限养一条，但盲人养导盲犬、肢体重残人养扶助犬的除外。" + "公安部门自收到材料之日起10个工作日内审核。";
    private static final String FINE = "遛狗不牵绳的，由公安部门警告，可以罚款20元以上200元以下。咨询电话12345。";
    private static final List<CitedPassage> PASSAGES =
            List.of(
                    new CitedPassage(1, "《上海市养犬管理条例》，养狗要办证吗，发布2011年2月23日", DOG),
                    new CitedPassage(2, "《上海市养犬管理条例》，不牵绳罚多少", FINE));
    private static final String QUOTE = "公安部门自收到材料之日起10个工作日内审核。";

    private static final PhrasingGuard CHINESE = new PhrasingGuard(PASSAGES, QUOTE, Language.ZH);
    private static final PhrasingGuard ENGLISH = new PhrasingGuard(PASSAGES, QUOTE, Language.EN);

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "狗满三个月，就要到居住地的公安部门办养犬登记〔1〕。",
                "公安部门收到材料后十个工作日内审核〔1〕。遛狗不牵绳，可以罚款20元以上200元以下〔2〕。",
                "每户限养一条，但盲人养导盲犬、肢体重残人养扶助犬的除外〔1〕。",
                "条例2011年2月23日发布〔1〕。可以咨询12345〔2〕。"
            })
    void letsBetterWordsForTheSameThrough(String said) {
        assertThat(CHINESE.breach(AnswerMarks.placed(said))).isEmpty();
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "UNCITED   | 狗满三个月，就要到居住地的公安部门办养犬登记。",
                "UNCITED   | 狗满三个月要到公安部门办理养犬登记〔1〕。公安部门10个工作日内审核。",
                "UNCITED   | 狗满三个月要到公安部门办理养犬登记〔3〕。",
                "NUMBER    | 按第九十九条，狗满三个月要办理养犬登记〔1〕。",
                "NUMBER    | 公安部门自收到材料之日起15个工作日内审核〔1〕。",
                "NUMBER    | 公安部门自收到材料之日起10元内审核〔1〕。",
                "NUMBER    | 办理养犬登记可以打63281234咨询〔2〕。",
                "NUMBER    | 公安部门自收到材料之日起10个工作日内审核〔2〕。",
                "NUMBER    | 条例2011年3月23日发布〔1〕。",
                "NAME      | 狗满三个月要到静安区公安部门办理养犬登记〔1〕。",
                "NAME      | 狗满三个月要到公安部门找王强主任办理养犬登记〔1〕。",
                "NAME      | 按《养犬办法》，狗满三个月要办理养犬登记〔1〕。",
                "NEGATION  | 狗满三个月不用到居住地的公安部门办理养犬登记〔1〕。",
                "EXCEPTION | 每户限养一条〔1〕。",
                "ADDRESS   | 狗满三个月要办理养犬登记，见https://dog.example〔1〕。",
                "ADDRESS   | 狗满三个月要办理养犬登记，发邮件到dog@example〔1〕。",
                "LANGUAGE  | A dog has to be registered with the police 〔1〕.",
                "PROMISE   | 养犬登记已为您办理，公安部门10个工作日内审核〔1〕。",
                "UNGROUNDED| 天气真好，祝您和家人春节快乐，万事如意〔1〕。",
                "LENGTH    | 〔1〕。"
            })
    void findsWhatIsWrong(Breach breach, String said) {
        assertThat(CHINESE.breach(AnswerMarks.placed(said))).contains(breach);
    }

    @Test
    void letsNothingLongThrough() {
        assertThat(CHINESE.breach("公安部门10个工作日内审核〔1〕。".repeat(40))).contains(Breach.LENGTH);
    }

    /** Whatever would be quoted with its exception is said with it. */
    @Test
    void keepsTheExceptionThatTheQuoteHas() {
        var quote = "每户限养一条，但盲人养导盲犬、肢体重残人养扶助犬的除外。";
        var guard = new PhrasingGuard(PASSAGES, quote, Language.ZH);
        assertThat(guard.breach("狗要到公安部门办理养犬登记〔1〕。")).contains(Breach.EXCEPTION);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "| The police decide within ten working days〔1〕. The fine is 20 to 200 yuan〔2〕.",
                "NUMBER | The police decide within fifteen working days〔1〕.",
                "NUMBER | Call 63281234〔2〕.",
                "UNCITED | The police decide within 10 working days.",
                "LANGUAGE | 公安部门10个工作日内审核〔1〕。",
                "ADDRESS | See www.dog.example〔1〕."
            })
    void checksEnglishWordsAgainstChinesePassages(Breach breach, String said) {
        var found = ENGLISH.breach(AnswerMarks.placed(said)).orElse(null);
        assertThat(found).isEqualTo(breach);
    }

    @Test
    void wantsAnExceptionInEnglishToo() {
        var quote = "每户限养一条，但盲人养导盲犬、肢体重残人养扶助犬的除外。";
        var guard = new PhrasingGuard(PASSAGES, quote, Language.EN);
        assertThat(guard.breach("A household may keep a dog〔1〕.")).contains(Breach.EXCEPTION);
        assertThat(
                        guard.breach(
                                "A household may keep one dog, except for guide dogs; dogs of 3 months〔1〕."))
                .isEmpty();
    }
}
