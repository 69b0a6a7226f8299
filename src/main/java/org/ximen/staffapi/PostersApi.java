package org.ximen.staffapi;

import java.time.Instant;
import java.time.InstantSource;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.http.CacheControl;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.security.core.annotation.AuthenticationPrincipal;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.ximen.district.Area;
import org.ximen.district.District;
import org.ximen.posters.Poster;
import org.ximen.posters.PosterLinks;
import org.ximen.posters.Posters;
import org.ximen.posters.QrCode;
import org.ximen.staff.StaffMember;
import org.ximen.staff.StaffRefused;

/** Posters with a QR code over HTTP, to be printed. */
@RestController
@RequestMapping("/api/staff/posters")
public final class PostersApi {
    private static final MediaType SVG = MediaType.parseMediaType("image/svg+xml");

    private final Posters posters;
    private final District district;
    private final Supplier<Optional<String>> bot;
    private final Optional<PosterLinks> wechat;
    private final InstantSource clock;

    /** What a poster's code opens. */
    enum Messenger {
        TELEGRAM,
        WECHAT
    }

    /**
     * @param bot name of the Telegram bot, once it is known
     * @param wechat codes of the WeChat account, where the street has one
     */
    public PostersApi(
            Posters posters,
            District district,
            Supplier<Optional<String>> bot,
            Optional<PosterLinks> wechat,
            InstantSource clock) {
        this.posters = posters;
        this.district = district;
        this.bot = bot;
        this.wechat = wechat;
        this.clock = clock;
    }

    record NewPoster(@Nullable String kind, @Nullable String area, @Nullable String place) {}

    /**
     * A poster as it is shown.
     *
     * @param link into Telegram, where the street has a bot
     */
    record PosterView(
            String key,
            Poster.Kind kind,
            String area,
            String place,
            @Nullable String link,
            Instant madeAt) {}

    @PostMapping
    @ResponseStatus(HttpStatus.CREATED)
    PosterView make(@RequestBody NewPoster wanted, @AuthenticationPrincipal StaffMember by) {
        requireMessenger();
        var kind =
                wanted.kind() == null
                        ? Poster.Kind.COMPOUND
                        : Fields.constant("kind", Poster.Kind.class, wanted.kind());
        var place = wanted.place() == null ? "" : wanted.place();
        var area = area(Fields.required("area", wanted.area()));
        return view(posters.make(kind, area, place, by, clock.instant()));
    }

    @GetMapping
    List<PosterView> list() {
        requireMessenger();
        return posters.list().stream().map(this::view).toList();
    }

    /**
     * The QR code as a picture.
     *
     * @param size of a side in pixels, 64 to 2048
     * @param messenger a constant of {@link Messenger}; without it Telegram, or WeChat where there
     *     is no bot
     */
    @GetMapping("/{key}.png")
    ResponseEntity<byte[]> png(
            @PathVariable String key,
            @RequestParam(defaultValue = "512") int size,
            @RequestParam @Nullable String messenger) {
        return picture(MediaType.IMAGE_PNG, QrCode.of(link(key, messenger)).png(size));
    }

    /** The QR code as a drawing, sharp at any size. */
    @GetMapping("/{key}.svg")
    ResponseEntity<byte[]> svg(@PathVariable String key, @RequestParam @Nullable String messenger) {
        return picture(SVG, QrCode.of(link(key, messenger)).svg());
    }

    private static ResponseEntity<byte[]> picture(MediaType type, byte[] bytes) {
        return ResponseEntity.ok()
                .contentType(type)
                .cacheControl(CacheControl.noStore())
                .header("X-Content-Type-Options", "nosniff")
                .body(bytes);
    }

    private String link(String key, @Nullable String wanted) {
        var poster =
                posters.find(key)
                        .orElseThrow(() ->
                                new StaffRefused(StaffRefused.Reason.UNKNOWN, "没有这张海报，请从列表里选。"));
        return switch (messenger(wanted)) {
            case TELEGRAM -> telegram(botName(), poster.key());
            case WECHAT -> wechatLink(poster.key());
        };
    }

    private Messenger messenger(@Nullable String wanted) {
        if (wanted != null) {
            return Fields.constant("messenger", Messenger.class, wanted);
        }
        return bot.get().isEmpty() && wechat.isPresent() ? Messenger.WECHAT : Messenger.TELEGRAM;
    }

    private static String telegram(String bot, String key) {
        return "https://t.me/" + bot + "?start=" + key;
    }

    private String wechatLink(String key) {
        return wechat.flatMap(links -> links.to(key))
                .orElseThrow(() ->
                        new StaffRefused(
                                StaffRefused.Reason.CONFLICT,
                                "没有拿到公众号的二维码：要已接上的认证服务号；原因见日志，稍后可以再试。"));
    }

    private PosterView view(Poster poster) {
        var area = district.area(poster.area()).map(Area::name).orElse(poster.area());
        return new PosterView(
                poster.key(),
                poster.kind(),
                area,
                poster.place(),
                bot.get().map(name -> telegram(name, poster.key())).orElse(null),
                poster.madeAt());
    }

    private Area area(String words) {
        return district.area(words)
                .orElseThrow(() ->
                        new StaffRefused(
                                StaffRefused.Reason.INVALID, "没有“" + words + "”这个片区，请写居委会的名称或编码。"));
    }

    private void requireMessenger() {
        if (wechat.isEmpty()) {
            botName();
        }
    }

    private String botName() {
        return bot.get()
                .orElseThrow(() ->
                        new StaffRefused(
                                StaffRefused.Reason.CONFLICT,
                                "还没有连上 Telegram 机器人，请先设置 ximen.telegram.token，并确认网络可用。"));
    }
}
