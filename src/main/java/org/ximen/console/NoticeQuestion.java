package org.ximen.console;

import java.time.Instant;
import java.util.List;
import org.ximen.notices.AskedQuestion;

/** What somebody asked under a notice, as its page shows it. */
record NoticeQuestion(String asked, String answer, String at) {
    static List<NoticeQuestion> of(List<AskedQuestion> questions, Instant now) {
        return questions.stream()
                .map(each ->
                        new NoticeQuestion(
                                each.words(),
                                each.answered() ? "已答上" : "没答上",
                                Shown.time(each.at(), now)))
                .toList();
    }
}
