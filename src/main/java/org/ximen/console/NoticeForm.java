package org.ximen.console;

import java.time.DateTimeException;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.ximen.notices.NewNotice;
import org.ximen.notices.Notice;
import org.ximen.notices.NoticeButton;
import org.ximen.residents.Profile;
import org.ximen.staff.StaffRefused;

/** What was typed into the form of a notice. */
record NoticeForm(
        @Nullable String title,
        @Nullable String body,
        @Nullable List<String> areas,
        @Nullable List<String> profiles,
        @Nullable String sendAt,
        @Nullable String expires,
        @Nullable List<String> buttons,
        @Nullable String change) {
    static final NoticeForm EMPTY =
            new NoticeForm("", "", List.of(), List.of(), "", "", List.of(), null);

    /** What is there, to be changed. */
    static NoticeForm of(Notice notice) {
        var sendAt = notice.sendAt();
        var expires = notice.expires();
        return new NoticeForm(
                notice.title(),
                notice.body(),
                List.copyOf(notice.areas()),
                notice.profiles().stream().map(Profile::name).toList(),
                sendAt == null
                        ? ""
                        : LocalDateTime.ofInstant(sendAt, Shown.SHANGHAI)
                                .truncatedTo(ChronoUnit.MINUTES)
                                .toString(),
                expires == null ? "" : expires.toString(),
                notice.buttons().stream().map(NoticeButton::name).toList(),
                notice.follow() == null ? null : notice.follow().change());
    }

    NewNotice notice() {
        return new NewNotice(
                Objects.requireNonNullElse(title, ""),
                Objects.requireNonNullElse(body, ""),
                areas == null ? Set.of() : Set.copyOf(areas),
                chosen(Profile.class, profiles),
                instant(),
                Shown.day(expires),
                chosen(NoticeButton.class, buttons));
    }

    /** Whether a button was ticked. */
    public boolean hasButton(String name) {
        return buttons != null && buttons.contains(name);
    }

    /** Whether an area was ticked. */
    public boolean hasArea(String code) {
        return areas != null && areas.contains(code);
    }

    /** Whether a profile was ticked. */
    public boolean hasProfile(String name) {
        return profiles != null && profiles.contains(name);
    }

    private static <E extends Enum<E>> Set<E> chosen(Class<E> type, @Nullable List<String> names) {
        return names == null
                ? Set.of()
                : names.stream()
                        .map(name -> Shown.constant(type, name))
                        .filter(Objects::nonNull)
                        .collect(Collectors.toSet());
    }

    private @Nullable Instant instant() {
        var text = Shown.filled(sendAt);
        try {
            return text == null
                    ? null
                    : LocalDateTime.parse(text).atZone(Shown.SHANGHAI).toInstant();
        } catch (DateTimeException e) {
            throw new StaffRefused(
                    StaffRefused.Reason.INVALID, "发送时间应写成 2026-11-23T10:00 这样，请改正后再试。");
        }
    }
}
