package org.ximen.console;

import java.util.List;
import java.util.Optional;

/** What staff see and do of the street's WeChat account (公众号). */
public interface WechatDesk {
    /** The entries of the menu, one a line. */
    List<String> menu();

    /**
     * Sets the menu of the account.
     *
     * @return why not; empty if it is set
     */
    Optional<String> publishMenu();

    /** How many people can be written to now. */
    long open();
}
