package io.leadstatus.database;

import java.net.URI;
import java.time.Clock;
import java.util.Map;

import jakarta.inject.Singleton;

import io.quarkus.credentials.CredentialsProvider;
import io.quarkus.runtime.annotations.RegisterForReflection;
import org.eclipse.microprofile.config.Config;
import org.postgresql.ssl.DefaultJavaSSLFactory;

/**
 * Logs in as the function's IAM role, if {@code QUARKUS_DATASOURCE_CREDENTIALS_PROVIDER} is set, to any text. The pool
 * asks for each new connection anew.
 *
 * <p>The driver looks up by name the class that trusts what Java trusts; a proxy's certificate is one of those.
 */
@Singleton
@RegisterForReflection(targets = DefaultJavaSSLFactory.class)
class IamCredentialsProvider implements CredentialsProvider {
    private static final int DEFAULT_PORT = 5432;

    private final Config config;
    private final Clock clock;

    IamCredentialsProvider(Config config, Clock clock) {
        this.config = config;
        this.clock = clock;
    }

    @Override
    public Map<String, String> getCredentials(String name) {
        String user = text("quarkus.datasource.username");
        URI address = URI.create(text("quarkus.datasource.jdbc.url").substring("jdbc:".length()));
        int port = address.getPort() < 0 ? DEFAULT_PORT : address.getPort();
        AwsKeys keys = new AwsKeys(text("AWS_ACCESS_KEY_ID"), text("AWS_SECRET_ACCESS_KEY"), text("AWS_SESSION_TOKEN"));
        DatabaseLogin login = new DatabaseLogin(address.getHost(), port, user, text("AWS_REGION"));
        return Map.of(USER_PROPERTY_NAME, user, PASSWORD_PROPERTY_NAME, login.token(keys, clock.instant()));
    }

    private String text(String property) {
        return config.getValue(property, String.class);
    }
}
