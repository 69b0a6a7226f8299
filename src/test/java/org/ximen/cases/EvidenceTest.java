package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.ximen.cases.Street.CHECK;
import static org.ximen.cases.Street.CREW;
import static org.ximen.cases.Street.DESK;
import static org.ximen.cases.Street.LI;
import static org.ximen.cases.Street.at;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.chat.Sender;
import org.ximen.photos.Photos;
import org.ximen.photos.Viewer;
import org.ximen.testing.Snapshot;
import org.ximen.testing.TestDatabase;

/** Work leaves evidence, and what people are told follows from it. */
class EvidenceTest {
    private static final String COVER = "文庙路学前街口有个窨井盖没了，晚上很危险";
    private static final Sender STAFF = new Sender("staff", "老陈");
    private static final String TEN = "2026-11-23T10:00";
    private static final String ELEVEN = "2026-11-23T11:00";

    @TempDir Path media;

    /** A street with a case that was sent to somebody. */
    private final class Scene {
        final Street street;
        final Photos photos;
        final String number;

        Scene(TestDatabase database) {
            var db = database.open();
            this.street = new Street(db);
            this.photos = new Photos(media, db);
            this.number = street.report(COVER, TEN).number();
            street.moved(item(), TEN, DESK, Verb.FILE, Verb.DISPATCH);
            street.said.clear();
        }

        GridCase item() {
            return street.cases.find(number).orElseThrow();
        }

        String show(PhotoPhase phase, Actor by, int shade, String at) throws IOException {
            return show(phase, by, Snapshot.jpeg(shade), at);
        }

        String show(PhotoPhase phase, Actor by, byte[] file, String at) throws IOException {
            var id = photos.accept(new ByteArrayInputStream(file), STAFF, at(at)).id();
            var photo = new CasePhoto(id, phase, 0, by.name(), at(at), null, List.of());
            return street.cases.attach(number, photo, STAFF, by);
        }

        GridCase move(Move move, Actor by, String at) {
            return street.cases.move(number, move, by, at(at));
        }

        String told() {
            return street.said.getLast();
        }

        Evidence evidence() {
            return street.cases.evidence(number);
        }
    }

    @ParameterizedTest
    @EnumSource
    void nothingIsHandledCheckedOrClosedWithoutWhatShowsIt(TestDatabase database)
            throws IOException {
        var scene = new Scene(database);
        assertThatThrownBy(() -> scene.move(Move.of(Verb.HANDLE, "好了"), CREW, ELEVEN))
                .isInstanceOfSatisfying(
                        Incomplete.class,
                        e -> assertThat(e.fields()).containsExactly("photos", "reason"))
                .hasMessageContaining("室内、隐私、电话解决");
        var unknown = Move.of(Verb.HANDLE).showing(new Proof(List.of(), "忘了拍", null));
        assertThatThrownBy(() -> scene.move(unknown, CREW, ELEVEN)).isInstanceOf(Incomplete.class);
        scene.show(PhotoPhase.AFTER, CREW, 10, ELEVEN);
        scene.move(Move.of(Verb.HANDLE), CREW, ELEVEN);
        assertThatThrownBy(() -> scene.move(Move.of(Verb.VERIFY), CHECK, ELEVEN))
                .isInstanceOf(Incomplete.class)
                .hasMessageContaining("电话核实");
        var nobody = Move.of(Verb.VERIFY).showing(new Proof(List.of(), "CALL", null));
        assertThatThrownBy(() -> scene.move(nobody, CHECK, ELEVEN)).isInstanceOf(Incomplete.class);
        scene.move(Move.of(Verb.VERIFY).showing(Proof.call("王阿姨")), CHECK, ELEVEN);
        assertThatThrownBy(() -> scene.move(Move.of(Verb.CLOSE, "好了"), DESK, ELEVEN))
                .isInstanceOf(Incomplete.class)
                .hasMessageContaining("“已恢复”");
        var partly = Move.close(Outcome.PARTLY_RESOLVED, null);
        assertThatThrownBy(() -> scene.move(partly, DESK, ELEVEN)).isInstanceOf(Incomplete.class);
        assertThat(scene.move(Move.of(Verb.CLOSE).under("a"), DESK, ELEVEN).state())
                .isEqualTo(State.CLOSED);
    }

    @ParameterizedTest
    @EnumSource
    void whatIsNotSolvedIsClosedWithItsReason(TestDatabase database) {
        var scene = new Scene(database);
        scene.move(Move.of(Verb.HANDLE).showing(Proof.without(NoPhotoReason.BY_PHONE)), CREW, TEN);
        scene.move(Move.of(Verb.VERIFY, "王阿姨").showing(said("电话核实")), CHECK, TEN);
        var later = Move.close(Outcome.NOT_YET_POSSIBLE, "等管道改造");
        assertThat(scene.move(later, DESK, TEN).outcome()).isEqualTo(Outcome.NOT_YET_POSSIBLE);
        assertThat(scene.evidence().waivers())
                .extracting(PhotoWaiver::shown)
                .containsExactly("电话解决", "电话核实：王阿姨");
    }

    private static Proof said(String reason) {
        return new Proof(List.of(), reason, null);
    }

    @ParameterizedTest
    @EnumSource
    void theSentenceFollowsTheEvidence(TestDatabase database) throws IOException {
        var scene = new Scene(database);
        scene.show(PhotoPhase.AFTER, CREW, 20, ELEVEN);
        scene.move(Move.of(Verb.HANDLE, "已换新盖"), CREW, ELEVEN);
        assertThat(scene.told()).contains("已处理（已换新盖），拍了处置后的照片").doesNotContain("现场");
        scene.show(PhotoPhase.VERIFIED, CHECK, 30, "2026-11-23T15:20");
        scene.move(Move.of(Verb.VERIFY), CHECK, "2026-11-23T15:30");
        assertThat(scene.told()).contains("网格员11月23日 15:20 到现场核查（照片）");
        scene.move(Move.of(Verb.REWORK, "又松了"), CHECK, "2026-11-23T15:40");
        scene.move(Move.of(Verb.HANDLE).showing(said("隐私")), CREW, "2026-11-23T15:50");
        assertThat(scene.told()).contains("没有拍照（隐私）");
        scene.move(Move.of(Verb.VERIFY).showing(said("电话核实 王阿姨")), CHECK, "2026-11-23T16:00");
        assertThat(scene.told()).contains("电话核实，处理情况属实").doesNotContain("现场", "王阿姨");
    }

    @ParameterizedTest
    @EnumSource
    void eachHandlingNeedsEvidenceOfItsOwn(TestDatabase database) throws IOException {
        var scene = new Scene(database);
        var first = scene.show(PhotoPhase.AFTER, CREW, 40, ELEVEN);
        scene.move(Move.of(Verb.HANDLE), CREW, ELEVEN);
        scene.move(Move.of(Verb.REWORK, "没好"), CHECK, ELEVEN);
        assertThatThrownBy(() -> scene.move(Move.of(Verb.HANDLE), CREW, ELEVEN))
                .isInstanceOf(Incomplete.class);
        var old = Move.of(Verb.HANDLE).showing(new Proof(List.of(first), null, null));
        assertThatThrownBy(() -> scene.move(old, CREW, ELEVEN))
                .isInstanceOfSatisfying(
                        Incomplete.class, e -> assertThat(e.field()).isEqualTo("photos"));
        var second = scene.show(PhotoPhase.AFTER, CREW, 50, ELEVEN);
        var fresh = Move.of(Verb.HANDLE).showing(new Proof(List.of(second), null, null));
        assertThat(scene.move(fresh, CREW, ELEVEN).state()).isEqualTo(State.HANDLED);
    }

    @ParameterizedTest
    @EnumSource
    void aPictureIsTakenOnlyForAStepThatIsOpen(TestDatabase database) throws IOException {
        var scene = new Scene(database);
        assertThatThrownBy(() -> scene.show(PhotoPhase.VERIFIED, CHECK, 60, TEN))
                .isInstanceOf(NotAllowed.class)
                .hasMessageContaining("核查");
        assertThatThrownBy(() -> scene.show(PhotoPhase.AFTER, CHECK, 60, TEN))
                .isInstanceOf(NotAllowed.class);
        assertThatThrownBy(() -> scene.show(PhotoPhase.BEFORE, CREW, 60, TEN))
                .isInstanceOf(NotAllowed.class);
        scene.show(PhotoPhase.AFTER, CREW, 60, TEN);
        assertThat(scene.evidence().photos()).hasSize(1);
    }

    @ParameterizedTest
    @EnumSource
    void theSamePictureAgainAndAnOldOneAreNoticedAndNotRefused(TestDatabase database)
            throws IOException {
        var scene = new Scene(database);
        var first = scene.show(PhotoPhase.AFTER, CREW, 70, ELEVEN);
        assertThat(scene.show(PhotoPhase.AFTER, CREW, 70, ELEVEN)).isEqualTo(first);
        scene.show(PhotoPhase.AFTER, CREW, Snapshot.taken(80, "2026:11:20 09:00:00"), ELEVEN);
        scene.move(Move.of(Verb.HANDLE), CREW, ELEVEN);
        scene.show(PhotoPhase.VERIFIED, CHECK, 70, "2026-11-23T12:00");
        scene.move(Move.of(Verb.VERIFY), CHECK, "2026-11-23T12:00");
        var photos = scene.evidence().photos();
        assertThat(photos).hasSize(3);
        assertThat(photos.get(0).remarks()).isEmpty();
        assertThat(photos.get(1).remarks()).containsExactly("相机记的拍摄时间是 11月20日 09:00，比上报还早");
        assertThat(photos.get(2).remarks()).containsExactly("和11月23日 11:00 传来的一张照片完全一样");
        assertThat(scene.told()).contains("核查通过").doesNotContain("到现场");
    }

    @ParameterizedTest
    @EnumSource
    void thePictureOfTheResultIsForThoseOfTheCaseAlone(TestDatabase database) throws IOException {
        var scene = new Scene(database);
        var photo = scene.show(PhotoPhase.AFTER, CREW, 90, ELEVEN);
        scene.move(Move.of(Verb.HANDLE), CREW, ELEVEN);
        scene.move(Move.of(Verb.VERIFY).showing(Proof.call("王阿姨")), CHECK, ELEVEN);
        assertThat(scene.street.cases.resultPhoto(scene.item(), LI)).isEmpty();
        assertThat(scene.photos.open(photo, new Viewer.Owner(LI))).isEmpty();
        scene.move(Move.of(Verb.CLOSE).under("a"), DESK, ELEVEN);
        assertThat(scene.photos.open(photo, new Viewer.Owner(LI))).isPresent();
        assertThat(scene.photos.open(photo, new Viewer.Owner(Street.WANG))).isEmpty();
        assertThat(scene.street.cases.resultPhoto(scene.item(), LI)).contains(photo);
        assertThat(scene.photos.shownTo(LI)).isOne();
    }

    @ParameterizedTest
    @EnumSource
    void whoIsForgottenTakesThePicturesAlong(TestDatabase database) throws IOException {
        var scene = new Scene(database);
        var photo = scene.show(PhotoPhase.AFTER, CREW, 100, ELEVEN);
        scene.move(Move.of(Verb.HANDLE), CREW, ELEVEN);
        scene.street.cases.forget(1, at(ELEVEN));
        assertThat(scene.evidence().photos()).hasSize(1);
        scene.move(Move.of(Verb.VERIFY).showing(Proof.call("王阿姨")), CHECK, ELEVEN);
        scene.move(Move.of(Verb.CLOSE).under("a"), DESK, ELEVEN);
        assertThat(scene.evidence().photos()).isEmpty();
        assertThat(scene.evidence().waivers()).extracting(PhotoWaiver::called).containsOnlyNulls();
        assertThat(scene.photos.sweep(at("2026-12-03T10:00"))).isOne();
        assertThat(scene.photos.find(photo)).isEmpty();
    }

    @Test
    void theTableSaysWhichStepsLeaveEvidence() {
        for (var state : State.values()) {
            for (var rule : Moves.of(state)) {
                boolean handled = rule.verb() == Verb.HANDLE && rule.to() == State.HANDLED;
                assertThat(rule.needs(Moves.Need.AFTER_PHOTO)).isEqualTo(handled);
                assertThat(rule.needs(Moves.Need.VERIFIED_PHOTO))
                        .isEqualTo(rule.verb() == Verb.VERIFY);
                assertThat(rule.needs(Moves.Need.CLOSING)).isEqualTo(rule.verb() == Verb.CLOSE);
            }
        }
    }
}
