package org.ximen.console;

import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.ximen.visits.NewSubject;
import org.ximen.visits.VisitSubject;

/**
 * Whom to visit, as it was typed.
 *
 * @param key tells the form from others, so that one sent twice counts once
 * @param area code of an area; empty where the address tells
 * @param dropPhone not null where the number that was left is to go
 */
record VisitSubjectForm(
        @Nullable String key,
        @Nullable String kind,
        @Nullable String name,
        @Nullable String place,
        @Nullable String area,
        @Nullable String phone,
        @Nullable String dropPhone) {
    static VisitSubjectForm blank() {
        return new VisitSubjectForm(VisitForm.newKey(), null, null, null, null, null, null);
    }

    static VisitSubjectForm of(VisitSubject subject) {
        return new VisitSubjectForm(
                null, subject.kind(), subject.name(), subject.place(), subject.area(), null, null);
    }

    String sentKey() {
        return Objects.toString(key, "");
    }

    NewSubject read() {
        return new NewSubject(
                Objects.toString(kind, ""),
                Objects.toString(name, ""),
                Objects.toString(place, ""),
                area,
                phone);
    }
}
