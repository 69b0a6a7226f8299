package org.ximen.db;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.ximen.testing.TestDatabase;

class DbTest {
    @ParameterizedTest
    @EnumSource
    void aPartThatFailsIsUndoneAloneAndGivesNoNumber(TestDatabase database) {
        var db = database.open();
        var floors = new NumberFloors(db);
        List<String> given = new ArrayList<>();
        db.onCaseGiven((cases, number) -> given.add(number));
        db.run(() -> {
            floors.raise("before", 1);
            assertThatThrownBy(() -> db.apart(() -> lost(db, floors))).hasMessage("lost");
            db.apart(() -> kept(db, floors));
        });
        assertThat(floors.highest("before")).isEqualTo(1);
        assertThat(floors.highest("lost")).isZero();
        assertThat(floors.highest("kept")).isEqualTo(2);
        assertThat(given).containsExactly("XM-20261128-0004");
    }

    private static boolean lost(Db db, NumberFloors floors) {
        // As features do, in a transaction of their own inside.
        db.run(() -> {
            floors.raise("lost", 2);
            db.giving(3, "XM-20261128-0003");
            throw new IllegalArgumentException("lost");
        });
        return true;
    }

    private static boolean kept(Db db, NumberFloors floors) {
        floors.raise("kept", 2);
        db.giving(4, "XM-20261128-0004");
        return true;
    }
}
