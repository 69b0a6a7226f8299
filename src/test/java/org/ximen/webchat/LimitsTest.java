package org.ximen.webchat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.InstantSource;
import org.junit.jupiter.api.Test;
import org.springframework.http.HttpStatus;
import org.ximen.chat.Sender;

class LimitsTest {
    @Test
    void oneConversationThatSendsTooFastIsAskedToWaitAndOthersAreNot() {
        var limits = Limits.perMinute(2, 100);
        limits.check("a", "10.0.0.1");
        limits.check("a", "10.0.0.1");
        assertThatThrownBy(() -> limits.check("a", "10.0.0.1"))
                .isInstanceOfSatisfying(
                        ChatRefused.class,
                        e -> {
                            assertThat(e.status()).isEqualTo(HttpStatus.TOO_MANY_REQUESTS);
                            assertThat(e.body().next()).isNotEmpty();
                        });
        assertThatCode(() -> limits.check("b", "10.0.0.1")).doesNotThrowAnyException();
    }

    @Test
    void oneAddressIsLimitedHoweverManyConversationsItMakesUp() {
        var limits = Limits.perMinute(100, 3);
        for (var conversation : new String[] {"a", "b", "c"}) {
            limits.check(conversation, "10.0.0.1");
        }
        assertThatThrownBy(() -> limits.check("d", "10.0.0.1")).isInstanceOf(ChatRefused.class);
        assertThatCode(() -> limits.check("d", "10.0.0.2")).doesNotThrowAnyException();
    }

    @Test
    void theOldestStreamOfAConversationGivesWay() {
        try (var channel = new WebChannel(InstantSource.system())) {
            var sender = new Sender(WebChannel.NAME, "5e2b1a50-0000-4000-8000-000000000000");
            for (int i = 0; i < 6; i++) {
                channel.open(sender);
            }
            assertThat(channel.size()).isEqualTo(4);
        }
    }
}
