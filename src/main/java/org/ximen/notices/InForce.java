package org.ximen.notices;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.ximen.residents.Profile;

/** The notices that hold today for whoever asks. */
final class InForce {
    private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");
    private static final int MOST = 10;
    private static final int LONGEST = 80;
    private static final Pattern SENTENCE = Pattern.compile("[^。！？!?\\n]+[。！？!?]?");

    private final NoticeTable table;
    private final Recipients recipients;

    InForce(NoticeTable table, Recipients recipients) {
        this.table = table;
        this.recipients = recipients;
    }

    List<CurrentNotice> list(Set<String> areas, Profile profile, LocalDate today) {
        return table
                .listSent(
                        today,
                        today.minusDays(Wording.ANSWERS_FOR_DAYS)
                                .atStartOfDay(SHANGHAI)
                                .toInstant())
                .stream()
                .filter(notice -> isFor(notice, areas, profile))
                .flatMap(notice -> shortened(notice).stream())
                .limit(MOST)
                .toList();
    }

    boolean isFor(Notice notice, Set<String> areas, Profile profile) {
        boolean reaches =
                areas.isEmpty()
                        || notice.areas().isEmpty()
                        || recipients.codesWithin(notice).stream().anyMatch(areas::contains);
        return reaches && (notice.profiles().isEmpty() || notice.profiles().contains(profile));
    }

    private Optional<CurrentNotice> shortened(Notice notice) {
        return Optional.ofNullable(notice.startedAt())
                .map(started ->
                        new CurrentNotice(
                                notice.id(),
                                notice.title(),
                                firstSentence(notice.body()),
                                Wording.day(started),
                                Wording.lastDay(notice, started),
                                recipients.names(notice)));
    }

    private static String firstSentence(String body) {
        var match = SENTENCE.matcher(body);
        var first = match.find() ? match.group().strip() : body;
        if (first.length() <= LONGEST) {
            return first;
        }
        int end = Character.isHighSurrogate(first.charAt(LONGEST - 1)) ? LONGEST - 1 : LONGEST;
        return first.substring(0, end) + "…";
    }
}
