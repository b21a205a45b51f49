package io.leadstatus.gateway;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/** The path of a request, as different gateways hand it on. */
final class GatewayPath {
    /** What stands for itself in the path of a URL (RFC 3986). */
    private static final String PLAIN =
            "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~!$&'()*+,;=:@/";

    private static final Pattern ENCODED = Pattern.compile("(?:[A-Za-z0-9\\-._~!$&'()*+,;=:@/]|%[0-9A-Fa-f]{2})*+");

    private GatewayPath() {}

    /**
     * The path percent-encoded. One that could be an encoded path already is taken for one, as function URLs and REST APIs
     * have them; a decoded path looks like that only if it needs no encoding, or holds nothing else than a percent sign
     * before two hexadecimal digits.
     */
    static String encoded(String path) {
        if (path == null || ENCODED.matcher(path).matches()) {
            return path;
        }
        StringBuilder encoded = new StringBuilder(path.length() * 2);
        for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
            if (PLAIN.indexOf(octet) >= 0) {
                encoded.append((char) octet);
            } else {
                encoded.append('%').append(String.format("%02X", octet));
            }
        }
        return encoded.toString();
    }
}
