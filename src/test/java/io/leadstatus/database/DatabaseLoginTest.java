package io.leadstatus.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;

import org.junit.jupiter.api.Test;

/** The expected tokens are those of botocore 1.29.27, the library of the AWS command line, at the same moment. */
class DatabaseLoginTest {
    private static final Instant NOW = Instant.parse("2014-06-01T07:00:00Z");
    private static final String ACCESS_KEY = "AKIAIOSFODNN7EXAMPLE";
    private static final String SECRET_KEY = "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY";

    @Test
    void theTokenIsTheOneOfTheCommandLine() {
        DatabaseLogin login = new DatabaseLogin(
                "leadstatus.proxy-abcdefghijkl.eu-central-1.rds.amazonaws.com",
                5432,
                "leadstatus_service",
                "eu-central-1");

        assertSame(login.token(keys("IQoJb3JpZ2luX2VjEXAMPLE+/token=="), NOW), """
                leadstatus.proxy-abcdefghijkl.eu-central-1.rds.amazonaws.com:5432/?Action=connect\
                &DBUser=leadstatus_service&X-Amz-Algorithm=AWS4-HMAC-SHA256\
                &X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20140601%2Feu-central-1%2Frds-db%2Faws4_request\
                &X-Amz-Date=20140601T070000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host\
                &X-Amz-Security-Token=IQoJb3JpZ2luX2VjEXAMPLE%2B%2Ftoken%3D%3D\
                &X-Amz-Signature=e978a7d79c3f3b8ff886489094b191d8abbe1027467c3d98d80fb31a7e65ca4c""");
    }

    @Test
    void whatIsNotPlainIsEncodedAsTheSignatureDemands() {
        DatabaseLogin login = new DatabaseLogin("db.example.com", 6432, "o'brien ~ü", "us-east-1");

        assertSame(login.token(keys("a b*~"), NOW), """
                db.example.com:6432/?Action=connect&DBUser=o%27brien%20~%C3%BC&X-Amz-Algorithm=AWS4-HMAC-SHA256\
                &X-Amz-Credential=AKIAIOSFODNN7EXAMPLE%2F20140601%2Fus-east-1%2Frds-db%2Faws4_request\
                &X-Amz-Date=20140601T070000Z&X-Amz-Expires=900&X-Amz-SignedHeaders=host&X-Amz-Security-Token=a%20b%2A~\
                &X-Amz-Signature=90567b18c69bad234e4df49ad54e5fadc206beb1bc8fd5fe8ead67af5f40ccbf""");
    }

    @Test
    void keysAreNotPrinted() {
        assertThat(keys("session")).asString().doesNotContain("session", SECRET_KEY);
    }

    private static AwsKeys keys(String sessionToken) {
        return new AwsKeys(ACCESS_KEY, SECRET_KEY, sessionToken);
    }

    /** The order of a URL's parameters says nothing; that of the signed text is fixed and in the signature. */
    private static void assertSame(String token, String expected) {
        assertThat(token.split("[?&]")).containsExactlyInAnyOrder(expected.split("[?&]"));
    }
}
