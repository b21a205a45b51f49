package io.leadstatus.page;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** A path with parameters, as a link has it. Empty parameters are left out. */
final class Address {
    private final String path;
    private final StringJoiner parameters = new StringJoiner("&", "?", "").setEmptyValue("");

    private Address(String path) {
        this.path = path;
    }

    /** @param path percent-encoded */
    static Address of(String path) {
        return new Address(path);
    }

    Address with(String parameter, Object value) {
        String text = value == null ? "" : value.toString();
        if (!text.isEmpty()) {
            parameters.add(parameter + "=" + URLEncoder.encode(text, StandardCharsets.UTF_8));
        }
        return this;
    }

    @Override
    public String toString() {
        return path + parameters;
    }
}
