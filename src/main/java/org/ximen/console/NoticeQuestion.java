package org.ximen.console;

import java.time.Instant;
import java.util.List;
import java.util.Objects;
import org.ximen.notices.NoticeMark;

/** What somebody asked under a notice, as its page shows it. */
record NoticeQuestion(String asked, String answer, String at) {
    static List<NoticeQuestion> of(List<NoticeMark> marks, Instant now) {
        return marks.stream()
                .map(mark ->
                        new NoticeQuestion(
                                Objects.toString(mark.asked(), ""),
                                Boolean.TRUE.equals(mark.answered()) ? "已答上" : "没答上",
                                Shown.time(mark.at(), now)))
                .toList();
    }
}
