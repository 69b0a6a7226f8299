package org.ximen.telegram;

import java.io.Serializable;
import java.time.Duration;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.telegram.telegrambots.meta.api.methods.botapimethods.BotApiMethod;
import org.ximen.staff.StaffMenus;

/**
 * Gives the chats of staff their commands in the menu and takes them away again, each chat apart.
 * Nice to have: the commands work without, so that what is refused for good is let be.
 */
final class MenuRound {
    private static final Logger LOG = LoggerFactory.getLogger(MenuRound.class);
    private static final Duration OFTEN = Duration.ofSeconds(2);
    private static final Duration LATER = Duration.ofSeconds(30);

    private final BotApi api;
    private final StaffMenus menus;

    MenuRound(BotApi api, StaffMenus menus) {
        this.api = api;
        this.menus = menus;
    }

    /** One look; says how long to rest before the next. */
    Duration round() {
        try {
            for (var chat : menus.missing()) {
                for (var menu : Menus.ofStaff(chat)) {
                    tell(menu);
                }
                menus.given(chat);
            }
            for (var chat : menus.over()) {
                for (var menu : Menus.ofNobody(chat)) {
                    tell(menu);
                }
                menus.taken(chat);
            }
            return OFTEN;
        } catch (Refused | Unreachable e) {
            LOG.debug("the menus of staff are put right later: {}", e.getMessage());
            return LATER;
        }
    }

    private void tell(BotApiMethod<? extends Serializable> menu) throws Refused, Unreachable {
        try {
            api.call(menu);
        } catch (Refused e) {
            switch (e.meaning()) {
                case FLOOD, TOKEN, CONFLICT, PASSING -> throw e;
                case GONE, MOVED, FINAL, UNCHANGED, UNPARSABLE ->
                        LOG.warn("{} was not taken: {}", menu.getMethod(), e.getMessage());
            }
        }
    }
}
