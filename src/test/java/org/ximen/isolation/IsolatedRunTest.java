package org.ximen.isolation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class IsolatedRunTest {
    @Test
    void whatFailsIsToldAndTheOthersGoOn() {
        var done = new ArrayList<String>();
        var told = new ArrayList<String>();
        int count =
                IsolatedRun.each(
                        List.of("甲", "乙", "丙", "丁"),
                        thing -> {
                            if (thing.equals("丙")) {
                                throw new StackOverflowError();
                            }
                            done.add(thing.equals("乙") ? thing.substring(9) : thing);
                        },
                        (thing, why) -> told.add(thing + why.getClass().getSimpleName()));
        assertThat(count).isEqualTo(2);
        assertThat(done).containsExactly("甲", "丁");
        assertThat(told).containsExactly("乙StringIndexOutOfBoundsException", "丙StackOverflowError");
    }

    @Test
    void whatIsNobodysOwnTroubleGoesUp() {
        assertThatThrownBy(() ->
                        IsolatedRun.each(
                                List.of(1),
                                thing -> {
                                    throw new OutOfMemoryError();
                                },
                                (thing, why) -> {}))
                .isInstanceOf(OutOfMemoryError.class);
        assertThatThrownBy(() ->
                        IsolatedRun.of(
                                () -> {
                                    throw new IOException("disk");
                                },
                                why -> null))
                .isInstanceOf(IOException.class);
    }
}
