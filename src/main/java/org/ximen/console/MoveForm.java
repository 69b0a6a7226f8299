package org.ximen.console;

import java.util.Arrays;
import java.util.List;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseChange;
import org.ximen.cases.GridCase;
import org.ximen.cases.Move;
import org.ximen.cases.NoPhotoReason;
import org.ximen.cases.OpenMove;
import org.ximen.cases.Outcome;
import org.ximen.cases.PhotoPhase;
import org.ximen.cases.Proof;
import org.ximen.cases.State;
import org.ximen.cases.Verb;
import org.ximen.district.Department;
import org.ximen.district.District;
import org.ximen.district.Point;
import org.ximen.staff.StaffRefused;

/** What was typed into the form of one move. */
record MoveForm(
        @Nullable String verb,
        @Nullable String note,
        @Nullable String department,
        @Nullable String condition,
        @Nullable String outcome,
        @Nullable String into,
        @Nullable String category,
        @Nullable String place,
        @Nullable String location,
        @Nullable String area,
        @Nullable String urgent,
        @Nullable List<String> units,
        @Nullable String reason,
        @Nullable String without,
        @Nullable String called) {
    static final MoveForm EMPTY =
            new MoveForm(
                    null, null, null, null, null, null, null, null, null, null, null, null, null,
                    null, null);

    // 31.2178, 121.4862
    private static final Pattern POINT =
            Pattern.compile("\\s*(\\d{1,2}(?:\\.\\d+)?)\\s*[,，\\s]\\s*(\\d{1,3}(?:\\.\\d+)?)\\s*");

    /**
     * A form for one open move, with what the last try typed into it.
     *
     * @param conditions filing conditions to choose from, for 立案
     * @param phase of which it needs a picture or a reason; null for none
     * @param reasons what may stand in for a picture
     * @param closing the condition to be ticked
     * @param usual the department that a dispatch goes to unless another is chosen
     * @param said what the note is for, and who reads it
     * @param awaited units that help and are not done, where that hinders it
     */
    record Offer(
            String verb,
            String label,
            boolean noteNeeded,
            boolean into,
            boolean department,
            List<Choices.Option> conditions,
            List<Choices.Option> outcomes,
            @Nullable PhotoPhase phase,
            List<Choices.Option> reasons,
            Choices.@Nullable Option closing,
            @Nullable String usual,
            String said,
            String awaited,
            boolean tried) {}

    /**
     * @param awaited units that help and are not done, in words
     */
    static List<Offer> of(List<OpenMove> moves, GridCase item, String awaited, MoveForm typed) {
        return moves.stream().map(move -> offer(move, item, awaited, typed)).toList();
    }

    /** Whether the case can be filed and sent off in one press. */
    static boolean goesStraight(List<OpenMove> moves, GridCase item) {
        return item.state() == State.REPORTED
                && item.category().department() != null
                && moves.stream().anyMatch(move -> move.verb() == Verb.FILE);
    }

    /** The department that a dispatch goes to unless another is chosen. */
    static String usual(GridCase item, District district) {
        var id = String.valueOf(item.category().department());
        return district.department(id).map(Department::name).orElse(id);
    }

    private static Offer offer(OpenMove move, GridCase item, String awaited, MoveForm typed) {
        var verb = move.verb();
        return new Offer(
                verb.name(),
                verb.shown(),
                move.noteNeeded(),
                move.intoNeeded(),
                verb == Verb.DISPATCH || verb == Verb.REDISPATCH,
                verb == Verb.FILE ? conditions(item) : List.of(),
                verb == Verb.CLOSE ? outcomes() : List.of(),
                move.photo(),
                reasons(move.photo()),
                move.closing() ? closing(item) : null,
                verb == Verb.DISPATCH ? item.category().department() : null,
                said(move),
                verb == Verb.HANDLE ? awaited : "",
                verb.name().equals(typed.verb()));
    }

    private static String said(OpenMove move) {
        return switch (move.verb()) {
            case CLOSE -> "说明（没有达到结案条件的必填，反映人会看到）";
            case SPLIT -> "另一件是什么事（必填，写进新案件）";
            case CONTACT -> "怎么联系的、说了什么（可不填，反映人不会看到）";
            case NOTE -> "备注（只有工作人员看得到）";
            case EXTEND -> move.internal() ? "为什么要延期（必填，同意后反映人会看到）" : "原因（必填，反映人会看到）";
            case DENY -> "原因（必填，只有工作人员看得到）";
            case ASSIST -> "请他们做什么（可不填，反映人不会看到）";
            default -> said(move.noteNeeded(), move.internal());
        };
    }

    private static String said(boolean needed, boolean internal) {
        return (needed ? "原因（必填，" : "说明（可不填，") + (internal ? "只有工作人员看得到）" : "反映人会看到）");
    }

    private static List<Choices.Option> conditions(GridCase item) {
        return item.category().conditions().stream()
                .map(each -> new Choices.Option(each.id(), each.when()))
                .toList();
    }

    private static Choices.Option closing(GridCase item) {
        return new Choices.Option(item.filed().id(), item.filed().close());
    }

    private static List<Choices.Option> reasons(@Nullable PhotoPhase phase) {
        return phase == null
                ? List.of()
                : NoPhotoReason.of(phase).stream()
                        .map(each -> new Choices.Option(each.name(), each.shown()))
                        .toList();
    }

    private static List<Choices.Option> outcomes() {
        return Arrays.stream(Outcome.values())
                .map(each -> new Choices.Option(each.name(), each.shown()))
                .toList();
    }

    /** Of which phase the pictures are that come with the form; null where it takes none. */
    @Nullable PhotoPhase phase() {
        return switch (Shown.constant(Verb.class, verb)) {
            case HANDLE -> PhotoPhase.AFTER;
            case VERIFY -> PhotoPhase.VERIFIED;
            case null, default -> null;
        };
    }

    /** The words that no form of these moves shows again; null if there are none. */
    @Nullable String lostAmong(List<OpenMove> moves) {
        return moves.stream().anyMatch(move -> move.verb().name().equals(verb))
                ? null
                : Shown.filled(note);
    }

    Move move() {
        var wanted = Shown.constant(Verb.class, verb);
        if (wanted == null) {
            throw new StaffRefused(StaffRefused.Reason.INVALID, "没有这一步，请从案件页上的按钮里选。");
        }
        var result = Shown.constant(Outcome.class, outcome);
        return new Move(wanted, note, department, condition, result, into, change())
                .showing(new Proof(List.of(), without, called));
    }

    private CaseChange change() {
        return new CaseChange(
                category,
                place,
                point(),
                area,
                Shown.filled(urgent) == null ? null : Boolean.valueOf(urgent),
                units == null ? List.of() : units,
                reason);
    }

    private @Nullable Point point() {
        var given = Shown.filled(location);
        if (given == null) {
            return null;
        }
        var point = POINT.matcher(given);
        if (!point.matches()) {
            throw new StaffRefused(
                    StaffRefused.Reason.INVALID, "坐标请写成“纬度,经度”，例如 31.2178,121.4862。");
        }
        try {
            return new Point(
                    Double.parseDouble(point.group(1)), Double.parseDouble(point.group(2)));
        } catch (IllegalArgumentException e) {
            throw new StaffRefused(
                    StaffRefused.Reason.INVALID, "这不是一个坐标，请写成“纬度,经度”，例如 31.2178,121.4862。");
        }
    }
}
