package org.ximen.dialogue;

import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.ximen.cases.CaseNumber;

/** The commands, with a slash or as the same word in Chinese without one. */
final class Commands {
    private static final Pattern FORM =
            Pattern.compile(
                    "/?(\\p{Alpha}+|\\p{IsHan}{2,4})(?:@\\w+)?(?:\\s+(.{1,200}))?", Pattern.DOTALL);

    private static final Pattern CODE =
            Pattern.compile("[\\d -]*|(?:b_)?\\p{Alnum}{20}", Pattern.CASE_INSENSITIVE);

    private static final Map<String, Function<String, Intent>> BY_NAME =
            Map.ofEntries(
                    Map.entry("start", Commands::start),
                    Map.entry("help", rest -> new Intent.Help()),
                    Map.entry("report", Intent.Report::new),
                    Map.entry("status", Commands::status),
                    Map.entry("subscribe", rest -> new Intent.Subscribe(orNull(rest))),
                    Map.entry("unsubscribe", rest -> new Intent.Unsubscribe(orNull(rest))),
                    Map.entry("person", rest -> new Intent.WantPerson(orNull(rest))),
                    Map.entry(
                            "cancel", rest -> new Intent.Cancel(CaseNumber.in(rest).orElse(null))),
                    Map.entry("language", Commands::language),
                    Map.entry("privacy", rest -> new Intent.Privacy()),
                    Map.entry("forget", rest -> new Intent.Forget(false)),
                    Map.entry("bind", Commands::bind),
                    Map.entry("unbind", rest -> new Intent.Unbind()));

    private static final Map<String, String> CHINESE =
            Map.ofEntries(
                    Map.entry("开始", "start"),
                    Map.entry("帮助", "help"),
                    Map.entry("报事", "report"),
                    Map.entry("上报", "report"),
                    Map.entry("进度", "status"),
                    Map.entry("查询", "status"),
                    Map.entry("查进度", "status"),
                    Map.entry("订阅", "subscribe"),
                    Map.entry("退订", "unsubscribe"),
                    Map.entry("人工", "person"),
                    Map.entry("转人工", "person"),
                    Map.entry("取消", "cancel"),
                    Map.entry("语言", "language"),
                    Map.entry("隐私", "privacy"),
                    Map.entry("忘记我", "forget"),
                    Map.entry("绑定", "bind"),
                    Map.entry("解绑", "unbind"));

    private static final Set<String> SENTENCES = Set.of("status", "cancel", "person", "report");

    private Commands() {}

    /** The command in a message; empty if it is none. */
    static Optional<Intent> read(String plain) {
        var form = FORM.matcher(plain);
        if (!form.matches()) {
            return Optional.empty();
        }
        var word = form.group(1).toLowerCase(Locale.ROOT);
        boolean slash = plain.startsWith("/");
        var name = CHINESE.getOrDefault(word, slash ? word : "");
        var rest = form.group(2) == null ? "" : form.group(2).strip();
        if (!slash && name.endsWith("bind") && !CODE.matcher(rest).matches()) {
            // 绑定 医保卡 is a question.
            return Optional.empty();
        }
        // 查询 居住证 is a question, 取消 这次上报 a sentence: words without a slash are commands
        // only alone or before a number or a neighbourhood.
        boolean sentence = !slash && SENTENCES.contains(name) && !rest.isEmpty();
        return sentence && CaseNumber.in(rest).isEmpty()
                ? Optional.empty()
                : Optional.ofNullable(BY_NAME.get(name)).map(intent -> intent.apply(rest));
    }

    private static Intent start(String rest) {
        if (rest.startsWith("b_")) {
            // The link of the console; posters' keys are hexadecimal.
            return bind(rest);
        }
        return rest.isEmpty() ? new Intent.Greet() : new Intent.Arrive(rest);
    }

    private static Intent status(String rest) {
        return new Intent.Status(CaseNumber.in(rest).orElse(orNull(rest)));
    }

    private static Intent bind(String rest) {
        return new Intent.Bind(orNull(rest.replaceAll("[ -]", "")));
    }

    private static Intent language(String rest) {
        boolean english = rest.startsWith("en") || rest.startsWith("英");
        return new Intent.Language(english ? "en" : "zh");
    }

    private static @Nullable String orNull(String rest) {
        return rest.isEmpty() ? null : rest;
    }
}
