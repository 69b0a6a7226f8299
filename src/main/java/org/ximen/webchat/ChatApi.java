package org.ximen.webchat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.ximen.chat.Incoming;
import org.ximen.chat.Location;
import org.ximen.chat.Sender;
import org.ximen.dialogue.Dialogue;
import org.ximen.outbox.Outbox;
import org.ximen.photos.Photos;

/** The chat API: a message or a photo in, the replies out; a stream for what comes unasked. */
@RestController
@RequestMapping("/api/chat")
public final class ChatApi {
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_TEXT = 4000;
    // UUID.fromString also takes 1-1-1-1-1, which anybody guesses.
    private static final Pattern UUID_FORM =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Dialogue dialogue;
    private final Photos photos;
    private final WebChannel channel;
    private final Outbox outbox;
    private final Limits limits;
    private final InstantSource clock;

    public ChatApi(
            Dialogue dialogue,
            Photos photos,
            WebChannel channel,
            Outbox outbox,
            ChatLimits limits,
            InstantSource clock) {
        this.dialogue = dialogue;
        this.photos = photos;
        this.channel = channel;
        this.outbox = outbox;
        this.limits = Limits.perMinute(limits.perConversation(), limits.perAddress());
        this.clock = clock;
    }

    @PostMapping("/messages")
    Wire.Replies message(@RequestBody Wire.Message message, HttpServletRequest request) {
        var sender = sender(message.conversation(), request);
        return answer(
                Incoming.awaited(
                        sender,
                        id(message.id()),
                        text(message),
                        choice(message.choice()),
                        location(message.location()),
                        List.of()));
    }

    @PostMapping("/photos")
    Wire.Replies photo(
            @RequestParam String conversation,
            @RequestParam String id,
            @RequestParam MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        var sender = sender(conversation, request);
        var known = dialogue.repliesTo(sender, id(id));
        if (!known.isEmpty()) {
            return Wire.Replies.of(known);
        }
        try (InputStream bytes = file.getInputStream()) {
            var photo = photos.accept(bytes, sender, clock.instant());
            return answer(Incoming.awaited(sender, id, null, null, null, List.of(photo.id())));
        }
    }

    @GetMapping(path = "/events", produces = "text/event-stream;charset=UTF-8")
    SseEmitter events(
            @RequestParam String conversation,
            @RequestParam(required = false) @Nullable Long lastEventId,
            @RequestHeader(name = "Last-Event-ID", required = false) @Nullable Long lastSeen,
            HttpServletRequest request) {
        var sender = sender(conversation, request);
        var after = lastSeen == null ? lastEventId : lastSeen;
        if (after != null) {
            outbox.resend(sender, after, clock.instant());
        }
        return channel.open(sender);
    }

    private Wire.Replies answer(Incoming incoming) {
        Instant now = clock.instant();
        return Wire.Replies.of(dialogue.answer(incoming, now));
    }

    private Sender sender(@Nullable String conversation, HttpServletRequest request) {
        var uuid = uuid(conversation);
        limits.check(uuid, request.getRemoteAddr());
        return new Sender(WebChannel.NAME, uuid);
    }

    private static String uuid(@Nullable String conversation) {
        if (conversation == null || !UUID_FORM.matcher(conversation).matches()) {
            throw bad("conversation 应是一个 UUID。", "请刷新页面，重新开始对话");
        }
        return conversation.toLowerCase(Locale.ROOT);
    }

    private static String id(@Nullable String id) {
        if (id == null || id.isBlank() || id.length() > LONGEST_ID || !isPlain(id)) {
            throw bad("id 应有 1 到 100 个看得见的字符。", "每条消息用一个新的 id");
        }
        return id;
    }

    // PostgreSQL stores neither the character 0 nor half a character.
    private static boolean isPlain(String id) {
        return id.codePoints()
                .noneMatch(c ->
                        Character.isISOControl(c) || Character.getType(c) == Character.SURROGATE);
    }

    private static @Nullable String text(Wire.Message message) {
        var text = message.text();
        if (text != null && text.length() > LONGEST_TEXT) {
            throw new ChatRefused(
                    HttpStatus.CONTENT_TOO_LARGE,
                    "这条消息太长了，一次最多 " + LONGEST_TEXT + " 个字。",
                    "请分几条发，或只写要点");
        }
        if (text == null && message.choice() == null && message.location() == null) {
            throw bad("消息是空的。", "请写几个字、选一个按钮或发一个位置");
        }
        return text;
    }

    private static @Nullable String choice(@Nullable String choice) {
        if (choice != null && choice.length() > LONGEST_ID) {
            throw bad("这个选项不存在。", "请从按钮里选，或直接打字");
        }
        return choice;
    }

    private static @Nullable Location location(Wire.@Nullable Spot spot) {
        try {
            return spot == null ? null : new Location(spot.lat(), spot.lon());
        } catch (IllegalArgumentException e) {
            throw bad("这个位置看不懂。", "请重新发送位置，或直接写路名和门牌号");
        }
    }

    private static ChatRefused bad(String message, String next) {
        return new ChatRefused(HttpStatus.BAD_REQUEST, message, next);
    }
}
