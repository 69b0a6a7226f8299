package org.ximen.testing;

import java.nio.file.Path;
import java.util.List;

/**
 * Talks by Telegram with a product that is ended as by a power cut at every message: in turn before
 * it was fetched, once it was answered and nothing is sent yet, once all is sent; and before what
 * staff did at the desk is told.
 */
final class KilledTalk extends TelegramTalk {
    private static final List<String> SENDS =
            List.of("sendMessage", "sendPhoto", "editMessageText", "editMessageMedia");
    private static final int WAYS = 3;

    private final MortalDatabase database;
    private final Path home;
    private int turn;
    private int deaths;

    KilledTalk() {
        this(new MortalDatabase(), Folders.fresh("ximen-killed"));
    }

    private KilledTalk(MortalDatabase database, Path home) {
        super(database.db(), home);
        this.database = database;
        this.home = home;
    }

    @Override
    void arrive() {
        switch (turn++ % WAYS) {
            case 0 -> die();
            case 1 -> {
                SENDS.forEach(method -> played.faults().on(method).always().resetBefore());
                bot.take();
                die();
                played.faults().clear();
            }
            default -> {
                super.arrive();
                die();
            }
        }
        super.arrive();
    }

    /** What a step of somebody at the desk leaves to be sent outlives the product. */
    @Override
    void unasked() {
        if (bot.waits()) {
            die();
        }
        super.unasked();
    }

    private void die() {
        database.cut(bot);
        bot = new Bot(database.db(), played, clock, home);
        bot.street.outbox.startedAlone(clock.instant());
        deaths++;
    }

    int deaths() {
        return deaths;
    }

    @Override
    public void close() {
        super.close();
        database.close();
    }
}
