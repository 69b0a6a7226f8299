package org.ximen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalTime;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class TimeWordsTest {
    private static final TimeWords WORDS = new TimeWords();

    @ParameterizedTest
    @CsvSource({
        "我下班六点半到食堂, 18:30",
        "我一点钟要上班, 13:00",
        "下午五点还办吗, 17:00",
        "晚上九点还能扔吗, 21:00",
        "早上七点半开了吗, 07:30",
        "早上6点开吗, 06:00",
        "夜里十二点有人吗, 23:59",
        "凌晨三点, 03:00",
        "中午十二点, 12:00",
        "十点一刻, 10:15",
        "17:30还开吗, 17:30",
        "8点20分, 08:20",
        "二十一点, 21:00",
        "i work until six, 18:00",
        "i finish work at 5:30 pm, 17:30",
        "is it open at 9 am, 09:00",
        "half past five, 17:30"
    })
    void theTimeOfTheClockIsRead(String words, LocalTime at) {
        assertThat(WORDS.clock(words)).get().extracting(found -> found.moment().at()).isEqualTo(at);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "几点开门",
                "离我近一点的小站",
                "便民服务的点位",
                "三个点位",
                "215 wenmiao road",
                "one of them",
                "45点"
            })
    void otherNumbersAreNoTime(String words) {
        assertThat(WORDS.clock(words)).isEmpty();
    }

    @ParameterizedTest
    @CsvSource({
        "午饭时间有人吗, NOON",
        "午饭几点, LUNCH",
        "今晚开吗, EVENING",
        "夜里厢几点关, EVENING",
        "does it close for lunch, NOON",
        "what time is dinner, SUPPER"
    })
    void partsOfTheDayAreRead(String words, DayPart part) {
        assertThat(WORDS.part(words)).contains(part);
    }
}
