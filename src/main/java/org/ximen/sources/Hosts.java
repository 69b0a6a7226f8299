package org.ximen.sources;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import okhttp3.HttpUrl;
import org.jspecify.annotations.Nullable;

/** Whom we may ask: everybody else is a stranger, whoever sends us there. */
record Hosts(Set<String> allowed) {
    private static final int LONGEST = 2000;

    Hosts {
        allowed = Set.copyOf(allowed);
    }

    /**
     * @param named {@code host} for the usual ports, {@code host:port} for another one
     * @param list whose host is meant where none is named
     */
    static Hosts of(List<String> named, String list) {
        var all = new TreeSet<String>();
        named.forEach(each -> all.add(read(each.strip())));
        if (all.isEmpty()) {
            all.add(HttpUrl.get(list).host());
        }
        return new Hosts(all);
    }

    private static String read(String named) {
        var address = named.matches("[^/@?#\\s]+") ? HttpUrl.parse("http://" + named) : null;
        if (address == null) {
            throw new IllegalArgumentException("hosts 里只写网站名，不带 http:// 和路径：" + named);
        }
        boolean withPort = named.matches(".*:\\d+");
        return address.host() + (withPort ? ":" + address.port() : "");
    }

    /** Why an address may not be asked, or null if it may. */
    @Nullable String refusal(HttpUrl address) {
        if (!address.username().isEmpty() || !address.password().isEmpty()) {
            return "网址里带有用户名";
        }
        if (address.toString().length() > LONGEST) {
            return "网址太长";
        }
        var host = address.host();
        if (allowed.contains(host + ":" + address.port())) {
            return null;
        }
        if (!allowed.contains(host)) {
            return "网站 " + host + " 不在 hosts 名单里";
        }
        return address.port() == 80 || address.port() == 443
                ? null
                : "端口 " + address.port() + " 不在 hosts 名单里";
    }
}
