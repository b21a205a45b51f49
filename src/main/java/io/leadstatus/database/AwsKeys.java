package io.leadstatus.database;

import java.util.Objects;

/** The keys of a role as AWS Lambda hands them to a function. They are secrets: no text names them. */
record AwsKeys(String accessKeyId, String secretAccessKey, String sessionToken) {
    AwsKeys {
        Objects.requireNonNull(accessKeyId);
        Objects.requireNonNull(secretAccessKey);
        Objects.requireNonNull(sessionToken);
    }

    @Override
    public String toString() {
        return "AwsKeys[" + accessKeyId + "]";
    }
}
