package org.ximen.understanding;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.ximen.district.SampleDistrict;
import org.ximen.testing.SharedEmbedder;

class MustListTest {
    @Test
    void everySentenceThatMustBeReadRightIs() {
        var reader =
                new MessageReader(
                        SharedEmbedder.INSTANCE, SampleDistrict.open(), new ReadingModels());
        assertThat(MustList.sentences()).hasSizeGreaterThan(90);
        assertThat(MustList.broken(reader)).extracting(Example::text).isEmpty();
    }
}
