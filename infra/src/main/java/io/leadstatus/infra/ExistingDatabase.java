package io.leadstatus.infra;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A PostgreSQL on Amazon RDS that is there already, with IAM authentication switched on, and the network that it is in.
 *
 * @param isCluster whether it is a cluster (Aurora) or a single instance
 * @param resourceId what IAM knows it by: {@code cluster-…} or {@code db-…}
 * @param adminSecretArn a secret of Secrets Manager with {@code username} and {@code password} of who may migrate
 * @param maxConnections what {@code show max_connections} answers
 * @param functionSubnetIds where function and proxy are, without a way to the internet
 * @param migrationSubnetIds where the migration is, with a way to the internet for Maven
 */
record ExistingDatabase(
        boolean isCluster,
        String identifier,
        String resourceId,
        String host,
        String databaseName,
        String securityGroupId,
        String adminSecretArn,
        int maxConnections,
        String vpcId,
        List<String> availabilityZones,
        List<String> functionSubnetIds,
        List<String> migrationSubnetIds) {

    private static final String SETTING = "existingDatabase";
    private static final String LIST_OF = "%1$s(,%1$s)+";
    private static final Pattern SUBNETS = Pattern.compile(LIST_OF.formatted("subnet-[0-9a-f]{8,17}"));
    private static final String TWO_SUBNETS = "subnet-0123abcd,subnet-4567ef01";

    ExistingDatabase {
        availabilityZones = List.copyOf(availabilityZones);
        functionSubnetIds = List.copyOf(functionSubnetIds);
        migrationSubnetIds = List.copyOf(migrationSubnetIds);
    }

    /** Reads it, if one is named; then all of it is needed. */
    static Optional<ExistingDatabase> read(SettingsReader reader) {
        if (reader.given(SETTING).isEmpty()) {
            return Optional.empty();
        }
        String[] kindAndIdentifier = reader.required(
                        SETTING, Pattern.compile("(cluster|instance)/[A-Za-z][A-Za-z0-9-]*"), "cluster/crm")
                .split("/");
        List<String> zones = list(
                reader,
                "availabilityZones",
                Pattern.compile(LIST_OF.formatted("[a-z0-9-]+")),
                "eu-central-1a,eu-central-1b");
        List<String> functionSubnets = list(reader, "functionSubnets", SUBNETS, TWO_SUBNETS);
        List<String> migrationSubnets = list(reader, "migrationSubnets", SUBNETS, TWO_SUBNETS);
        checkSizes(reader, zones, functionSubnets, migrationSubnets);
        return Optional.of(new ExistingDatabase(
                kindAndIdentifier[0].equals("cluster"),
                kindAndIdentifier[kindAndIdentifier.length - 1],
                reader.required(
                        "databaseResourceId", Pattern.compile("(cluster|db)-[A-Z0-9]+"), "cluster-ABCDEFGHIJKL01234"),
                reader.required(
                        "databaseHost",
                        Pattern.compile("[A-Za-z0-9.-]+"),
                        "crm.cluster-abc.eu-central-1.rds.amazonaws.com"),
                reader.text("databaseName", Pattern.compile("[a-z_][a-z0-9_]{0,62}"), DatabaseStack.DATABASE_NAME),
                reader.required("databaseSecurityGroup", Pattern.compile("sg-[0-9a-f]{8,17}"), "sg-0123abcd"),
                reader.required(
                        "databaseSecret",
                        Pattern.compile("arn:aws[a-z-]*:secretsmanager:[a-z0-9-]+:\\d{12}:secret:\\S+-[A-Za-z0-9]{6}"),
                        "arn:aws:secretsmanager:eu-central-1:123456789012:secret:crm-AbCdEf"),
                reader.integer("databaseMaxConnections", 10, 100_000, 100),
                reader.required("vpc", Pattern.compile("vpc-[0-9a-f]{8,17}"), "vpc-0123abcd"),
                zones,
                functionSubnets,
                migrationSubnets));
    }

    private static List<String> list(SettingsReader reader, String name, Pattern form, String example) {
        return List.of(reader.required(name, form, example).split(","));
    }

    private static void checkSizes(
            SettingsReader reader, List<String> zones, List<String> functionSubnets, List<String> migrationSubnets) {
        if (functionSubnets.size() != zones.size() || migrationSubnets.size() != zones.size()) {
            String problem = "needs one function subnet and one migration subnet for each, in the same order";
            reader.refuse("availabilityZones", problem, "eu-central-1a,eu-central-1b");
        }
    }
}
