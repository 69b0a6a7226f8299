package org.ximen.drafts;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.time.Duration;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.ximen.meaning.LanguageModel;
import org.ximen.models.ModelSettings;
import org.ximen.models.RemoteLanguageModel;
import org.ximen.played.PlayedModel;
import org.ximen.testing.SettableClock;

class DraftDeskTest {
    private final PlayedModel played = new PlayedModel();
    private final DraftDesk desk =
            new DraftDesk(
                    new RemoteLanguageModel(
                            new ModelSettings(
                                    played.base(),
                                    PlayedModel.KEY,
                                    "played",
                                    Duration.ofSeconds(20),
                                    2,
                                    false,
                                    null),
                            "test",
                            new SimpleMeterRegistry(),
                            new SettableClock("2026-11-23T02:00:00Z")),
                    new SimpleMeterRegistry());

    @AfterEach
    void close() {
        played.close();
    }

    @Test
    void whatIsDraftedIsMarkedAsADraft() {
        played.says("{\"draft\":\"居民反映楼道灯坏了，希望三天内修好。\"}");
        var draft = desk.draft(DraftKind.SUMMARY, "楼道灯坏了，三天内修好行不行").orElseThrow();
        assertThat(draft.shown()).startsWith("【草稿，未发送，请核对】");
        assertThat(draft.missing()).isEmpty();
    }

    @Test
    void onlyMaskedWordsLeave() {
        played.says("{\"draft\":\"居民来电。\"}");
        desk.draft(DraftKind.REPLY, "我叫李四，电话13812345678，住文庙路215号203室，灯坏了");
        assertThat(played.asked()).hasSize(1);
        assertThat(played.asked().getFirst().toString())
                .contains("灯坏了")
                .doesNotContain("李四", "13812345678", "203");
    }

    @Test
    void aNumberOfItsOwnOrALinkIsNoDraft() {
        played.says("{\"draft\":\"请打63281234。\"}");
        assertThat(desk.draft(DraftKind.REPLY, "灯坏了")).isEmpty();
        played.says("{\"draft\":\"见 http://a.example 。\"}");
        assertThat(desk.draft(DraftKind.REPLY, "灯坏了")).isEmpty();
        played.says("没有 JSON");
        assertThat(desk.draft(DraftKind.REPLY, "灯坏了")).isEmpty();
    }

    @Test
    void aNoticeTellsWhatItDoesNotSay() {
        played.says(
                "{\"draft\":\"12月3日9:00起停水，地点在文庙路。\",\"what\":\"停水\",\"when\":\"12月3日9:00\","
                        + "\"where\":\"文庙路\",\"whom\":\"居委会\"}");
        var draft = desk.draft(DraftKind.NOTICE, "12月3日 9:00 文庙路停水").orElseThrow();
        assertThat(draft.missing()).containsExactly("找谁");
    }

    @Test
    void translatesAReport() {
        played.says("{\"draft\":\"文庙路*号的路灯坏了两天。\"}");
        assertThat(desk.draft(DraftKind.CHINESE, "The lamp at 215 Wenmiao Road is broken"))
                .as("two days were not told")
                .isEmpty();
        played.says("{\"draft\":\"文庙路*号的路灯坏了。\"}");
        assertThat(
                        desk.draft(
                                DraftKind.CHINESE,
                                "My name is John Smith, the lamp at 215 Wenmiao Road is broken"))
                .isPresent();
        assertThat(played.asked().getLast().toString())
                .contains("Wenmiao Road is broken")
                .doesNotContain("215", "John");
    }

    @Test
    void withoutAModelThereAreNoDrafts() {
        var closed = new DraftDesk(LanguageModel.NONE, new SimpleMeterRegistry());
        assertThat(closed.isOpen()).isFalse();
        assertThat(closed.draft(DraftKind.SUMMARY, "灯坏了")).isEmpty();
    }
}
