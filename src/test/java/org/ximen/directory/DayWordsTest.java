package org.ximen.directory;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.ximen.settings.ConfigFile;
import org.ximen.workdays.WorkCalendar;
import org.ximen.workdays.WorkdaysFile;

class DayWordsTest {
    /** A Monday. */
    private static final LocalDate TODAY = LocalDate.of(2026, 11, 23);

    private static final DayWords WORDS =
            new DayWords(
                    new WorkCalendar(
                            new ConfigFile<>(
                                    Path.of("config", "workdays.yaml"), WorkdaysFile.class)));

    @ParameterizedTest
    @CsvSource({
        "今天开吗, 2026-11-23, 2026-11-23",
        "今朝开伐, 2026-11-23, 2026-11-23",
        "明天几点, 2026-11-24, 2026-11-24",
        "后天呢, 2026-11-25, 2026-11-25",
        "周一开吗, 2026-11-23, 2026-11-23",
        "下周一开吗, 2026-11-30, 2026-11-30",
        "下个礼拜三, 2026-12-02, 2026-12-02",
        "礼拜天有人伐, 2026-11-29, 2026-11-29",
        "星期六, 2026-11-28, 2026-11-28",
        "周6开不, 2026-11-28, 2026-11-28",
        "周末开放吗, 2026-11-28, 2026-11-29",
        "12月3号开吗, 2026-12-03, 2026-12-03",
        "10月2日开吗, 2027-10-02, 2027-10-02",
        "元旦开吗, 2027-01-01, 2027-01-01",
        "过年开不开, 2027-02-05, 2027-02-10",
        "国庆开吗, 2027-10-01, 2027-10-05",
        "节假日开吗, 2027-01-01, 2027-01-01",
        "圣诞节开吗, 2026-12-25, 2026-12-25",
        "儿童节开吗, 2027-06-01, 2027-06-01",
        "礼拜六和礼拜天开伐, 2026-11-28, 2026-11-29",
        "is it open at weekends, 2026-11-28, 2026-11-29",
        "is it open on saturday, 2026-11-28, 2026-11-28"
    })
    void namesTheDaysThatAreMeant(String words, LocalDate first, LocalDate last) {
        assertThat(WORDS.in(words, TODAY).map(DayWords.Named::days))
                .get()
                .extracting(AskedDays::first, AskedDays::last)
                .containsExactly(first, last);
    }

    @Test
    void aDayThatTheCalendarDoesNotKnowIsNone() {
        assertThat(WORDS.in("2月30日开吗", TODAY)).isEqualTo(Optional.empty());
        assertThat(WORDS.in("几点开门", TODAY)).isEqualTo(Optional.empty());
    }
}
