package org.ximen.activities;

import java.time.Instant;
import java.time.LocalDateTime;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.ximen.documents.TableCell;
import org.ximen.documents.TableWriter;
import org.ximen.staff.StaffMember;
import org.ximen.workdays.WorkCalendar;

/** The list of those who signed up as a file; each is noted, and names nobody but by number. */
public final class SignUpExport {
    private static final List<String> HEAD = List.of("号", "位数", "状态", "报名时间", "签到");

    private final ActivityDesk desk;

    /** Exports what the desk shows. */
    public SignUpExport(ActivityDesk desk) {
        this.desk = desk;
    }

    /** As CSV. */
    public byte[] csv(long activity, StaffMember by, Instant now) {
        return TableWriter.csv(rows(activity, "CSV", by, now));
    }

    /** As an Excel file. */
    public byte[] xlsx(long activity, StaffMember by, Instant now) {
        return TableWriter.xlsx("报名", rows(activity, "XLSX", by, now));
    }

    private List<List<TableCell>> rows(long activity, String kind, StaffMember by, Instant now) {
        var signUps = desk.signUps(activity, by);
        desk.exported(activity, kind + " " + signUps.size() + " 条", by, now);
        var rows = new ArrayList<List<TableCell>>();
        rows.add(HEAD.stream().map(SignUpExport::words).toList());
        signUps.forEach(signUp -> rows.add(row(signUp)));
        return rows;
    }

    private static List<TableCell> row(SignUp signUp) {
        var attended = signUp.attended();
        var signed = LocalDateTime.ofInstant(signUp.signedAt(), WorkCalendar.ZONE);
        return Stream.of(
                        words(signUp.numbers()),
                        words(String.valueOf(signUp.seats())),
                        words(signUp.state().shown()),
                        new TableCell.Moment(signed),
                        words(attended == null ? "" : attended ? "来了" : "没来"))
                .toList();
    }

    private static TableCell words(String text) {
        return new TableCell.Words(text);
    }
}
