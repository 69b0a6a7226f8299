package org.ximen.cases;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class NoPhotoReasonTest {
    @Test
    void aListedReasonIsNoWordOnWhoIsNotWaitedFor() {
        assertThat(NoPhotoReason.besides("室内")).isNull();
        assertThat(NoPhotoReason.besides("privacy")).isNull();
        assertThat(NoPhotoReason.besides("室内，绿化市容所不用来了")).isEqualTo("绿化市容所不用来了");
        assertThat(NoPhotoReason.besides("室内机已修好，不用等")).isEqualTo("室内机已修好，不用等");
        assertThat(NoPhotoReason.besides("他们下周才有空")).isEqualTo("他们下周才有空");
        assertThat(NoPhotoReason.besides(null)).isNull();
    }
}
