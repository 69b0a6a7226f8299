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
        try (var channel = new WebChannel(50, InstantSource.system())) {
            var sender = new Sender(WebChannel.NAME, "5e2b1a50-0000-4000-8000-000000000000");
            for (int i = 0; i < 6; i++) {
                channel.open(sender, "10.0.0.1");
            }
            assertThat(channel.size()).isEqualTo(4);
        }
    }

    @Test
    void aNetworkWithTooManyStreamsLosesItsOldestAndNobodyElses() {
        var streams = new Streams(100, 3);
        var other = stream("z", "10.0.0.2");
        streams.join(other);
        var first = stream("a", "10.0.0.1");
        streams.join(first);
        streams.join(stream("b", "10.0.0.1"));
        assertThat(streams.join(stream("c", "10.0.0.1"))).isEmpty();
        assertThat(streams.join(stream("d", "10.0.0.1"))).containsExactly(first);
        assertThat(streams.of("a")).isEmpty();
        assertThat(streams.of("z")).containsExactly(other);
        assertThat(streams.size()).isEqualTo(4);
    }

    @Test
    void whereAllIsTakenTheGreediestGivesWay() {
        var streams = new Streams(5, 4);
        var greedy = stream("a", "10.0.0.1");
        streams.join(greedy);
        for (var conversation : new String[] {"b", "c", "d"}) {
            streams.join(stream(conversation, "10.0.0.1"));
        }
        streams.join(stream("e", "10.0.0.2"));
        assertThat(streams.join(stream("f", "10.0.0.3"))).containsExactly(greedy);
        assertThat(streams.conversations()).containsExactlyInAnyOrder("b", "c", "d", "e", "f");
    }

    private static Stream stream(String conversation, String network) {
        return new Stream(conversation, network);
    }
}
