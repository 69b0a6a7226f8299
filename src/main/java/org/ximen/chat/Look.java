package org.ximen.chat;

import java.util.List;

/**
 * One message as its reader sees it.
 *
 * @param text without marks
 * @param buttons their labels, row by row
 */
public record Look(String text, List<List<String>> buttons) {
    public Look {
        buttons = buttons.stream().map(List::copyOf).toList();
    }
}
