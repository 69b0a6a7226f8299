package org.ximen.merchants;

import java.time.Instant;

/**
 * What merchants said to an article that was told them.
 *
 * @param told to how many shops
 * @param useful how many found it of use
 * @param useless how many did not
 */
public record PolicyFigures(
        String article, String title, int told, int useful, int useless, Instant lastAt) {}
