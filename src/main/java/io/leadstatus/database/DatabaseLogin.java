package io.leadstatus.database;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLEncoder;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * A log-in to a database of Amazon RDS, or to an RDS Proxy, that IAM decides about: the password is a token, which is the
 * presigned URL (Signature Version 4) of an imaginary request to connect.
 *
 * @param user the database's role; the IAM role needs {@code rds-db:connect} for it
 */
record DatabaseLogin(String host, int port, String user, String region) {
    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SERVICE = "rds-db";
    private static final String TERMINATOR = "aws4_request";
    private static final DateTimeFormatter MOMENT =
            DateTimeFormatter.ofPattern("uuuuMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);
    private static final int DAY_LENGTH = "uuuuMMdd".length();
    private static final String SECONDS_VALID = "900";

    /** The password for a connection that is opened within 15 minutes of {@code now}. */
    String token(AwsKeys keys, Instant now) {
        String moment = MOMENT.format(now);
        String day = moment.substring(0, DAY_LENGTH);
        String scope = String.join("/", day, region, SERVICE, TERMINATOR);
        String query = query(Map.of(
                "Action",
                "connect",
                "DBUser",
                user,
                "X-Amz-Algorithm",
                ALGORITHM,
                "X-Amz-Credential",
                keys.accessKeyId() + "/" + scope,
                "X-Amz-Date",
                moment,
                "X-Amz-Expires",
                SECONDS_VALID,
                "X-Amz-Security-Token",
                keys.sessionToken(),
                "X-Amz-SignedHeaders",
                "host"));
        String request = String.join("\n", "GET", "/", query, "host:" + address(), "", "host", hash(""));
        String toSign = String.join("\n", ALGORITHM, moment, scope, hash(request));
        byte[] key = ("AWS4" + keys.secretAccessKey()).getBytes(UTF_8);
        for (String part : new String[] {day, region, SERVICE, TERMINATOR}) {
            key = sign(key, part);
        }
        return address() + "/?" + query + "&X-Amz-Signature=" + HexFormat.of().formatHex(sign(key, toSign));
    }

    private String address() {
        return host + ":" + port;
    }

    private static String query(Map<String, String> parameters) {
        return new TreeMap<>(parameters)
                .entrySet().stream()
                        .map(parameter -> parameter.getKey() + "=" + encode(parameter.getValue()))
                        .collect(Collectors.joining("&"));
    }

    /** Percent-encoded but for the unreserved characters of RFC 3986. */
    private static String encode(String value) {
        return URLEncoder.encode(value, UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }

    private static String hash(String text) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(text.getBytes(UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has SHA-256", e);
        }
    }

    private static byte[] sign(byte[] key, String text) {
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("every Java has HmacSHA256", e);
        }
    }
}
