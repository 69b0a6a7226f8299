package org.ximen.webchat;

import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.multipart.MultipartFile;
import org.springframework.web.servlet.mvc.method.annotation.SseEmitter;
import org.ximen.admission.Admission;
import org.ximen.admission.Claim;
import org.ximen.admission.Networks;
import org.ximen.admission.Slots;
import org.ximen.admission.TooBusy;
import org.ximen.chat.Incoming;
import org.ximen.chat.Location;
import org.ximen.chat.Sender;
import org.ximen.dialogue.Dialogue;
import org.ximen.outbox.Outbox;
import org.ximen.photos.Photos;
import org.ximen.photos.Viewer;

/** The chat API: a message or a photo in, the replies out; a stream for what comes unasked. */
@RestController
@RequestMapping("/api/chat")
public final class ChatApi {
    private static final int LONGEST_ID = 100;
    private static final int LONGEST_TEXT = 20_000;
    // Of a text so much is read; a character of a question takes about half a millisecond.
    private static final int READ = 500;
    private static final int EFFORT_OF_ANY = 10;
    private static final int MOST_UPLOADS = 1000;
    // UUID.fromString also takes 1-1-1-1-1, which anybody guesses.
    private static final Pattern UUID_FORM =
            Pattern.compile("\\p{XDigit}{8}(-\\p{XDigit}{4}){3}-\\p{XDigit}{12}");

    private final Dialogue dialogue;
    private final Photos photos;
    private final WebChannel channel;
    private final Outbox outbox;
    private final Limits limits;
    private final Admission admission;
    private final PagePeople people;
    private final Slots uploads = new Slots(MOST_UPLOADS, 1, Duration.ofSeconds(2));
    private final InstantSource clock;

    public ChatApi(
            Dialogue dialogue,
            Photos photos,
            WebChannel channel,
            Outbox outbox,
            ChatLimits limits,
            Admission admission,
            PagePeople people,
            InstantSource clock) {
        this.dialogue = dialogue;
        this.photos = photos;
        this.channel = channel;
        this.outbox = outbox;
        this.limits = Limits.perMinute(limits.perConversation(), limits.perAddress());
        this.admission = admission;
        this.people = people;
        this.clock = clock;
    }

    @PostMapping("/messages")
    Wire.Replies message(@RequestBody Wire.Message message, HttpServletRequest request) {
        var sender = person(message.conversation(), request);
        return answer(
                Incoming.awaited(
                        sender,
                        id(message.id()),
                        text(message),
                        choice(message.choice()),
                        location(message.location()),
                        List.of()),
                network(request));
    }

    @PostMapping("/photos")
    Wire.Replies photo(
            @RequestParam String conversation,
            @RequestParam String id,
            @RequestParam MultipartFile file,
            HttpServletRequest request)
            throws IOException {
        var sender = person(conversation, request);
        try (var slot = uploads.take(sender.address())) {
            var known = dialogue.repliesTo(sender, id(id));
            return known.isEmpty()
                    ? answer(shown(sender, id, file, network(request)), network(request))
                    : Wire.Replies.of(known);
        } catch (TooBusy e) {
            throw ChatRefused.busyWithPhotos();
        }
    }

    /** A picture for a conversation that may see it. */
    @GetMapping("/photos/{id}")
    ResponseEntity<byte[]> picture(
            @PathVariable String id,
            @RequestParam String conversation,
            HttpServletRequest request) {
        var viewer = new Viewer.Owner(person(conversation, request));
        return photos.open(id, viewer)
                .map(jpeg ->
                        ResponseEntity.ok()
                                .contentType(MediaType.IMAGE_JPEG)
                                .cacheControl(CacheControl.noStore())
                                .header("X-Content-Type-Options", "nosniff")
                                .body(jpeg))
                .orElseThrow(() ->
                        new ChatRefused(HttpStatus.NOT_FOUND, "这张照片看不到，或者已经删除。", "请发“进度”看办理情况"));
    }

    private Incoming shown(Sender sender, String id, MultipartFile file, String network)
            throws IOException {
        try (InputStream bytes = file.getInputStream()) {
            var photo = photos.accept(bytes, sender, network, clock.instant());
            return Incoming.awaited(sender, id, null, null, null, List.of(photo.id()));
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
        return channel.open(sender, network(request));
    }

    private Wire.Replies answer(Incoming incoming, String network) {
        var claim = new Claim(network, incoming.sender().address(), effort(incoming));
        return Wire.Replies.of(
                admission.run(claim, () -> dialogue.answer(incoming, clock.instant())));
    }

    private static int effort(Incoming incoming) {
        var text = incoming.text();
        return EFFORT_OF_ANY + (text == null ? 0 : Math.min(text.length(), READ) / 2);
    }

    private static String network(HttpServletRequest request) {
        return Networks.of(request.getRemoteAddr());
    }

    private Sender person(@Nullable String conversation, HttpServletRequest request) {
        var page = sender(conversation, request);
        return people.of(page.address()).orElse(page);
    }

    // What comes unasked to people of a messenger arrives there.
    private Sender sender(@Nullable String conversation, HttpServletRequest request) {
        var uuid = uuid(conversation);
        limits.check(uuid, network(request));
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
            throw ChatRefused.tooLong();
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
