package org.ximen.merchants;

import java.time.Instant;

/**
 * The shop of a merchant (商户) who agreed that it is noted.
 *
 * @param person id of the merchant
 * @param told whether policies that fit are told
 * @param agreedAt when the merchant agreed
 */
public record Shop(
        long id,
        long person,
        ShopDetails details,
        boolean told,
        Instant agreedAt,
        Instant changedAt) {}
