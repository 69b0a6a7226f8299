package org.ximen.cases;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.ximen.chat.Sender;
import org.ximen.photos.Photo;
import org.ximen.photos.PhotoRecords;
import org.ximen.text.Masking;

/** Sees to it that steps leave evidence, and keeps it; always inside a transaction. */
final class EvidenceDesk {
    private static final int LONGEST_NAME = 60;
    // By which a case may come to another unit.
    private static final Set<Verb> SENDING =
            EnumSet.of(Verb.DISPATCH, Verb.REDISPATCH, Verb.RECLASSIFY);

    private final EvidenceTable table;
    private final PhotoRecords photos;

    EvidenceDesk(EvidenceTable table, PhotoRecords photos) {
        this.table = table;
        this.photos = photos;
    }

    /** Refuses a step that lacks what it has to show; keeps why it has no picture. */
    void take(Stored stored, Moves.Rule rule, Move move) {
        if (rule.needs(Moves.Need.AFTER_PHOTO)) {
            take(stored, PhotoPhase.AFTER, move);
        }
        if (rule.needs(Moves.Need.VERIFIED_PHOTO)) {
            take(stored, PhotoPhase.VERIFIED, move);
        }
        if (rule.needs(Moves.Need.CLOSING)) {
            close(stored.item(), move);
        }
    }

    private void take(Stored stored, PhotoPhase phase, Move move) {
        int handling = handling(stored.item(), phase);
        var evidence = table.of(stored.id());
        var named = move.proof().photos();
        var known =
                evidence.of(phase).stream()
                        .filter(each -> each.handling() == handling)
                        .filter(each -> isOfWhoHasIt(each, stored.item()))
                        .toList();
        if (!known.stream().map(CasePhoto::id).toList().containsAll(named)) {
            throw new Incomplete("photos", "这些照片里有的不是这一步的%s照片，请先上传".formatted(phase.shown()));
        }
        if (known.isEmpty()) {
            table.add(stored.id(), waiver(phase, handling, move));
        }
    }

    /** What another unit showed before the case was taken from it proves nothing. */
    private static boolean isOfWhoHasIt(CasePhoto photo, GridCase item) {
        var at = photo.at();
        return at != null
                && item.history().stream()
                        .filter(event -> SENDING.contains(event.verb()))
                        .noneMatch(event -> event.at().isAfter(at));
    }

    private static PhotoWaiver waiver(PhotoPhase phase, int handling, Move move) {
        var said = move.proof().reason();
        var reason = said == null ? null : NoPhotoReason.meant(said, phase).orElse(null);
        if (said == null || reason == null) {
            throw lacking(phase);
        }
        return new PhotoWaiver(
                phase, handling, reason, reason == NoPhotoReason.CALL ? called(said, move) : null);
    }

    /** Who was called may be said beside the word for it, or in the note. */
    private static String called(String said, Move move) {
        var word = NoPhotoReason.CALL.shown();
        var beside = said.startsWith(word) ? said.substring(word.length()).strip() : "";
        return Optional.ofNullable(move.proof().called())
                .or(() -> Optional.of(beside).filter(name -> !name.isEmpty()))
                .or(() -> Optional.ofNullable(move.note()))
                .map(EvidenceDesk::shortened)
                .orElseThrow(() -> lacking(PhotoPhase.VERIFIED));
    }

    private static String shortened(String name) {
        var masked = Masking.mask(name);
        return masked.substring(0, Math.min(LONGEST_NAME, masked.length()));
    }

    private static Incomplete lacking(PhotoPhase phase) {
        if (phase == PhotoPhase.VERIFIED) {
            return new Incomplete(
                    List.of("photos", "reason", "called"),
                    "“核查通过”要有核查照片；打电话核实的，请选“电话核实”（reason）并写明问了谁（called）");
        }
        var reasons = NoPhotoReason.of(phase).stream().map(NoPhotoReason::shown).toList();
        return new Incomplete(
                List.of("photos", "reason"),
                "“处置完成”要有处置后的照片；不能拍的，请选一个原因（reason）：" + String.join("、", reasons));
    }

    /** What is not solved needs no condition but its reason. */
    private static void close(GridCase item, Move move) {
        var closing = item.filed();
        var ticked = move.condition();
        boolean met = closing.id().equals(ticked) || closing.close().equals(ticked);
        boolean solved = move.outcome() == null || move.outcome() == Outcome.RESOLVED;
        if (!met && (solved || move.note() == null)) {
            throw new Incomplete(
                    List.of("condition", "outcome", "note"),
                    "结案请确认结案条件“%s”（condition 填 %s）；没有达到的，请选别的结果（outcome）并写明原因（note）"
                            .formatted(closing.close(), closing.id()));
        }
    }

    /** For which handling a picture of a phase is, from 1. */
    private static int handling(GridCase item, PhotoPhase phase) {
        return phase == PhotoPhase.AFTER ? item.handlings() + 1 : item.handlings();
    }

    /** Adds a picture to a case; the same one a second time is left out. Its id, or the first's. */
    String attach(Stored stored, CasePhoto added, Sender owner) {
        var phase = added.phase();
        int handling = handling(stored.item(), phase);
        return table.of(stored.id()).of(phase).stream()
                .filter(each -> each.handling() == handling)
                .filter(each -> photos.areSame(each.id(), added.id()))
                .findFirst()
                .orElseGet(() -> attached(stored, added.in(handling), owner))
                .id();
    }

    private CasePhoto attached(Stored stored, CasePhoto photo, Sender owner) {
        photos.bind(photo.id(), owner, stored.item().number());
        table.add(stored.id(), photo);
        return photo;
    }

    /** All that a case has to show, with what is odd about it. */
    Evidence of(Stored stored) {
        var plain = table.of(stored.id());
        var seen = plain.photos().stream().map(photo -> seen(photo, stored.item())).toList();
        return new Evidence(seen, plain.waivers());
    }

    private CasePhoto seen(CasePhoto photo, GridCase item) {
        return photo.phase() == PhotoPhase.BEFORE
                ? photo.at(photos.find(photo.id()).map(Photo::at).orElse(item.reportedAt()))
                : photo.remarked(remarks(photo, item));
    }

    private List<String> remarks(CasePhoto photo, GridCase item) {
        List<String> remarks = new ArrayList<>();
        photos.twin(photo.id()).ifPresent(twin -> remarks.add(same(twin, item, photo.at())));
        var since = since(photo, item);
        photos.takenAt(photo.id())
                .filter(taken -> taken.isBefore(since))
                .ifPresent(taken -> remarks.add(old(taken, photo)));
        return remarks;
    }

    private static String same(Photo twin, GridCase item, @Nullable Instant now) {
        var of = twin.caseNumber();
        var where = of == null || of.equals(item.number()) ? "" : "案件 " + of + " ";
        var when = CaseWords.time(twin.at(), now == null ? twin.at() : now);
        return "和%s%s 传来的一张照片完全一样".formatted(where, when);
    }

    private static String old(Instant taken, CasePhoto photo) {
        var at = photo.at();
        return "相机记的拍摄时间是 %s，比%s还早"
                .formatted(
                        CaseWords.time(taken, at == null ? taken : at),
                        photo.phase() == PhotoPhase.VERIFIED || photo.handling() > 1
                                ? "上一次处置"
                                : "上报");
    }

    /** A picture taken before this cannot show what it stands for. */
    private static Instant since(CasePhoto photo, GridCase item) {
        int before = photo.phase() == PhotoPhase.VERIFIED ? photo.handling() : photo.handling() - 1;
        return item.history().stream()
                .filter(GridCase::isHandling)
                .map(Event::at)
                .limit(before)
                .reduce((one, later) -> later)
                .orElse(item.reportedAt());
    }
}
