package org.ximen.telegram;

import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.telegram.telegrambots.meta.api.methods.commands.DeleteMyCommands;
import org.telegram.telegrambots.meta.api.methods.commands.SetMyCommands;
import org.telegram.telegrambots.meta.api.objects.commands.BotCommand;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScope;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllGroupChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeAllPrivateChats;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeChat;
import org.telegram.telegrambots.meta.api.objects.commands.scope.BotCommandScopeDefault;

/** What the menu beside the line for typing offers, by kind of chat and language. */
final class Menus {
    private static final String ENGLISH = "en";

    private Menus() {}

    /** Telegram shows those without a language to everybody who has none of their own. */
    static List<SetMyCommands> all() {
        return List.of(
                menu(new BotCommandScopeDefault(), null, inPrivate()),
                menu(new BotCommandScopeDefault(), ENGLISH, inPrivateInEnglish()),
                menu(new BotCommandScopeAllPrivateChats(), null, inPrivate()),
                menu(new BotCommandScopeAllPrivateChats(), ENGLISH, inPrivateInEnglish()),
                menu(new BotCommandScopeAllGroupChats(), null, inGroups()),
                menu(new BotCommandScopeAllGroupChats(), ENGLISH, inGroupsInEnglish()));
    }

    /** What a chat of staff has: their commands first. */
    static List<SetMyCommands> ofStaff(String chat) {
        var scope = new BotCommandScopeChat(chat);
        return List.of(
                menu(scope, null, joined(ofWork(), inPrivate())),
                menu(scope, ENGLISH, joined(ofWorkInEnglish(), inPrivateInEnglish())));
    }

    /** After that a chat has the menu of everybody again. */
    static List<DeleteMyCommands> ofNobody(String chat) {
        var scope = new BotCommandScopeChat(chat);
        return List.of(new DeleteMyCommands(scope, null), new DeleteMyCommands(scope, ENGLISH));
    }

    private static List<BotCommand> joined(List<BotCommand> first, List<BotCommand> then) {
        return Stream.concat(first.stream(), then.stream()).toList();
    }

    private static List<BotCommand> ofWork() {
        return List.of(new BotCommand("tasks", "我的任务"), new BotCommand("tickets", "我的接待"));
    }

    private static List<BotCommand> ofWorkInEnglish() {
        return List.of(new BotCommand("tasks", "My tasks"), new BotCommand("tickets", "My talks"));
    }

    private static SetMyCommands menu(
            BotCommandScope scope, @Nullable String language, List<BotCommand> commands) {
        return SetMyCommands.builder()
                .scope(scope)
                .languageCode(language)
                .commands(commands)
                .build();
    }

    private static List<BotCommand> inPrivate() {
        return List.of(
                new BotCommand("report", "报问题"),
                new BotCommand("status", "查我报的事"),
                new BotCommand("subscribe", "订阅街道通知"),
                new BotCommand("unsubscribe", "退订通知"),
                new BotCommand("deliberations", "看大家在商量什么"),
                new BotCommand("person", "找工作人员"),
                new BotCommand("cancel", "不报了"),
                new BotCommand("help", "怎么用"),
                new BotCommand("language", "English / 中文"),
                new BotCommand("privacy", "我的信息怎么用"),
                new BotCommand("forget", "删除我的信息"));
    }

    private static List<BotCommand> inPrivateInEnglish() {
        return List.of(
                new BotCommand("report", "Report a problem"),
                new BotCommand("status", "My reports"),
                new BotCommand("subscribe", "Get notices of the subdistrict"),
                new BotCommand("unsubscribe", "Stop notices"),
                new BotCommand("deliberations", "What is talked over"),
                new BotCommand("person", "Talk to a person"),
                new BotCommand("cancel", "Stop the report"),
                new BotCommand("help", "How to use this"),
                new BotCommand("language", "en or zh"),
                new BotCommand("privacy", "What is kept of me"),
                new BotCommand("forget", "Erase what is kept of me"));
    }

    private static List<BotCommand> inGroups() {
        return List.of(new BotCommand("help", "怎么用"));
    }

    private static List<BotCommand> inGroupsInEnglish() {
        return List.of(new BotCommand("help", "How to use this"));
    }
}
