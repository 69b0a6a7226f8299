package org.ximen.staffapi;

import static org.springframework.http.MediaType.APPLICATION_JSON_VALUE;

import java.time.Instant;
import java.time.InstantSource;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.PutMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.notices.NewNotice;
import org.ximen.notices.Notice;
import org.ximen.notices.NoticeButton;
import org.ximen.notices.NoticeFollow;
import org.ximen.notices.Notices;
import org.ximen.notices.Step;
import org.ximen.residents.Profile;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Notices over HTTP. */
@RestController
@RequestMapping("/api/staff/notices")
public final class NoticesApi {
    private static final int MOST_LISTED = 200;

    private final Notices notices;
    private final InstantSource clock;

    record AudienceBody(
            @Nullable List<@Nullable String> areas, @Nullable List<@Nullable String> profiles) {
        Set<String> areaSet() {
            return Set.copyOf(new TreeSet<>(Fields.list("audience.areas", areas)));
        }

        Set<Profile> profileSet() {
            return Fields.list("audience.profiles", profiles).stream()
                    .map(word -> Fields.constant("audience.profiles", Profile.class, word))
                    .collect(Collectors.toSet());
        }
    }

    record NewNoticeBody(
            @Nullable String title,
            @Nullable String body,
            @Nullable AudienceBody audience,
            @Nullable String sendAt,
            @Nullable String expires,
            @Nullable List<@Nullable String> buttons) {
        /** Where it names no buttons, those that stood there stay. */
        NewNotice notice(Set<NoticeButton> before) {
            return notice().with(buttons == null ? before : buttonSet(before));
        }

        /** One signs up for an activity, which is written in the console. */
        private Set<NoticeButton> buttonSet(Set<NoticeButton> before) {
            var chosen =
                    Fields.list("buttons", buttons).stream()
                            .map(word -> Fields.constant("buttons", NoticeButton.class, word))
                            .collect(Collectors.toSet());
            boolean signUp = before.contains(NoticeButton.SIGN_UP);
            if (chosen.contains(NoticeButton.SIGN_UP) && !signUp) {
                throw new StaffRefused(
                        StaffRefused.Reason.INVALID, "报名要和活动的时间、地点一起写，请在工作台“写通知”里填。");
            }
            if (signUp) {
                chosen.add(NoticeButton.SIGN_UP);
            }
            return chosen;
        }

        private NewNotice notice() {
            var to = audience == null ? new AudienceBody(null, null) : audience;
            return new NewNotice(
                    Fields.required("title", title),
                    Fields.required("body", body),
                    to.areaSet(),
                    to.profileSet(),
                    Fields.instantOrNull("sendAt", sendAt),
                    Fields.dateOrNull("expires", expires));
        }
    }

    record CorrectBody(
            @Nullable String title,
            @Nullable String change,
            @Nullable String body,
            @Nullable String expires) {}

    record ReturnBody(@Nullable String reason) {}

    record Written(long id, Notice.State state, long recipients) {}

    record AudienceView(Set<String> areas, Set<Profile> profiles) {}

    record NoticeView(
            long id,
            Notice.State state,
            String title,
            String body,
            AudienceView audience,
            String writtenBy,
            Instant writtenAt,
            @Nullable String approvedBy,
            @Nullable Instant sendAt,
            @Nullable LocalDate expires,
            Set<NoticeButton> buttons,
            @Nullable NoticeFollow follows,
            int revision,
            Notice.@Nullable Returned returned,
            long recipients,
            long pending,
            long sent,
            long blocked,
            long failed,
            long unknown,
            long cancelled,
            List<Step> moves) {}

    public NoticesApi(Notices notices, InstantSource clock) {
        this.notices = notices;
        this.clock = clock;
    }

    @PostMapping(consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Written write(@RequestBody byte[] body, @AuthenticationPrincipal StaffMember by) {
        var given = Json.read(body, NewNoticeBody.class).notice(Set.of());
        return written(notices.write(given, by, clock.instant()));
    }

    @GetMapping
    List<NoticeView> list(@AuthenticationPrincipal StaffMember by) {
        return notices.list(MOST_LISTED).stream().map(notice -> view(notice, by)).toList();
    }

    @GetMapping("/{id}")
    NoticeView get(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return view(notices.get(id), by);
    }

    /** The author's new words for a notice that was sent back or taken back; it waits again. */
    @PutMapping(path = "/{id}", consumes = APPLICATION_JSON_VALUE)
    Written submit(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var before = notices.find(id).map(Notice::buttons).orElseGet(Set::of);
        var given = Json.read(body, NewNoticeBody.class).notice(before);
        return written(notices.submit(id, given, by, clock.instant()));
    }

    /**
     * @param revision of the notice that was read; another one is not approved
     */
    @PostMapping("/{id}/approve")
    Written approve(
            @PathVariable long id,
            @RequestParam(required = false) @Nullable Integer revision,
            @AuthenticationPrincipal StaffMember by) {
        return written(notices.take(Step.APPROVE, id, revision, by, clock.instant()));
    }

    @PostMapping(path = "/{id}/return", consumes = APPLICATION_JSON_VALUE)
    Written giveBack(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var why = Fields.required("reason", Json.read(body, ReturnBody.class).reason());
        return written(notices.giveBack(id, null, why, by, clock.instant()));
    }

    @PostMapping("/{id}/take-back")
    Written takeBack(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return take(Step.TAKE_BACK, id, by);
    }

    @PostMapping("/{id}/pause")
    Written pause(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return take(Step.PAUSE, id, by);
    }

    @PostMapping("/{id}/resume")
    Written resume(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return take(Step.RESUME, id, by);
    }

    @PostMapping("/{id}/cancel")
    Written cancel(@PathVariable long id, @AuthenticationPrincipal StaffMember by) {
        return take(Step.CANCEL, id, by);
    }

    /** Answers with the correction, which a second person has to approve. */
    @PostMapping(path = "/{id}/correct", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Written correct(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var given = Json.read(body, CorrectBody.class);
        var title = given.title() == null ? notices.get(id).title() : given.title();
        var words =
                new NewNotice(
                        title,
                        Fields.required("body", given.body()),
                        Set.of(),
                        Set.of(),
                        null,
                        Fields.dateOrNull("expires", given.expires()));
        var change = Fields.required("change", given.change());
        return written(notices.correct(id, words, change, by, clock.instant()));
    }

    /** Answers with the recall, which a second person has to approve. */
    @PostMapping(path = "/{id}/recall", consumes = APPLICATION_JSON_VALUE)
    @ResponseStatus(HttpStatus.CREATED)
    Written recall(
            @PathVariable long id,
            @RequestBody byte[] body,
            @AuthenticationPrincipal StaffMember by) {
        var why = Fields.required("reason", Json.read(body, ReturnBody.class).reason());
        return written(notices.recall(id, why, by, clock.instant()));
    }

    private Written take(Step step, long id, StaffMember by) {
        return written(notices.take(step, id, by, clock.instant()));
    }

    private Written written(Notice notice) {
        long recipients = notices.progress(notice.id()).recipients();
        return new Written(notice.id(), notice.state(), recipients);
    }

    private NoticeView view(Notice notice, StaffMember by) {
        var counts = notices.progress(notice.id());
        return new NoticeView(
                notice.id(),
                notice.state(),
                notice.title(),
                notice.body(),
                new AudienceView(notice.areas(), notice.profiles()),
                notice.writtenBy(),
                notice.writtenAt(),
                notice.approvedBy(),
                notice.sendAt(),
                notice.lastDay(),
                notice.buttons(),
                notice.follow(),
                notice.revision(),
                notice.returned(),
                counts.recipients(),
                counts.pending(),
                counts.sent(),
                counts.blocked(),
                counts.failed(),
                counts.unknown(),
                counts.cancelled(),
                Step.open(notice, by));
    }
}
