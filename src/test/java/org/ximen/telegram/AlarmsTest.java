package org.ximen.telegram;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.io.IOException;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

@ExtendWith(OutputCaptureExtension.class)
class AlarmsTest {
    private final Alarms alarms = new Alarms(new SimpleMeterRegistry());

    @Test
    void whoCannotReachTelegramIsToldWhatToTry(CapturedOutput output) {
        alarms.outage(new Unreachable("timeout", false, new IOException()), Instant.EPOCH);
        assertThat(output).contains("Telegram OUTAGE: timeout。检查网络，或设置 ximen.telegram.proxy");
    }
}
