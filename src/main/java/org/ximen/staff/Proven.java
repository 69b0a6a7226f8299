package org.ximen.staff;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.time.Duration;
import java.util.HexFormat;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Passwords that were right a moment ago, so that a program which sends its password with every
 * request does not have it hashed every time, nor waits because others guess from its network. Kept
 * in memory as a keyed hash, and only as long as the account has that password.
 */
final class Proven {
    private static final String ALGORITHM = "HmacSHA256";
    private static final int KEY_BYTES = 32;

    private final Cache<String, String> proven =
            Caffeine.newBuilder()
                    .maximumSize(1_000)
                    .expireAfterWrite(Duration.ofMinutes(1))
                    .build();
    private final SecretKeySpec key = new SecretKeySpec(random(), ALGORITHM);

    private static byte[] random() {
        var bytes = new byte[KEY_BYTES];
        new SecureRandom().nextBytes(bytes);
        return bytes;
    }

    boolean holds(AccountTable.Row row, String password) {
        return row.password().equals(proven.getIfPresent(hash(row, password)));
    }

    void add(AccountTable.Row row, String password) {
        proven.put(hash(row, password), row.password());
    }

    private String hash(AccountTable.Row row, String password) {
        try {
            var mac = Mac.getInstance(ALGORITHM);
            mac.init(key);
            var words = row.member().id() + "\n" + password;
            return HexFormat.of().formatHex(mac.doFinal(words.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has " + ALGORITHM, e);
        }
    }
}
