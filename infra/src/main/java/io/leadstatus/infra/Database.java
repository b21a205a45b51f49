package io.leadstatus.infra;

import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

import software.amazon.awscdk.Duration;
import software.amazon.awscdk.RemovalPolicy;
import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.rds.AuroraPostgresClusterEngineProps;
import software.amazon.awscdk.services.rds.AuroraPostgresEngineVersion;
import software.amazon.awscdk.services.rds.BackupProps;
import software.amazon.awscdk.services.rds.ClusterInstance;
import software.amazon.awscdk.services.rds.Credentials;
import software.amazon.awscdk.services.rds.DatabaseCluster;
import software.amazon.awscdk.services.rds.DatabaseClusterAttributes;
import software.amazon.awscdk.services.rds.DatabaseClusterEngine;
import software.amazon.awscdk.services.rds.DatabaseInstance;
import software.amazon.awscdk.services.rds.DatabaseInstanceAttributes;
import software.amazon.awscdk.services.rds.DatabaseInstanceEngine;
import software.amazon.awscdk.services.rds.IClusterEngine;
import software.amazon.awscdk.services.rds.PostgresEngineVersion;
import software.amazon.awscdk.services.rds.PostgresInstanceEngineProps;
import software.amazon.awscdk.services.rds.ProxyTarget;
import software.amazon.awscdk.services.rds.ServerlessV2ClusterInstanceProps;
import software.amazon.awscdk.services.secretsmanager.ISecret;
import software.amazon.awscdk.services.secretsmanager.Secret;
import software.constructs.Construct;

/**
 * The database, made or found.
 *
 * @param proxyTarget it, as a proxy takes it
 * @param resourceId what IAM knows it by
 * @param host where who migrates reaches it
 * @param name of the database in the server
 * @param adminSecret user name and password of who migrates
 * @param metricDimensions what its metrics are found by
 */
record Database(
        ProxyTarget proxyTarget,
        String resourceId,
        String host,
        String name,
        ISecret adminSecret,
        Map<String, String> metricDimensions) {

    static final int PORT = 5432;

    private static final IClusterEngine ENGINE =
            DatabaseClusterEngine.auroraPostgres(AuroraPostgresClusterEngineProps.builder()
                    .version(AuroraPostgresEngineVersion.VER_17_7)
                    .build());

    /** An Aurora Serverless v2 cluster that survives its stack; RDS makes the administrator's password and changes it. */
    static Database create(Construct scope, DatabaseCapacity capacity, int readers, Network network) {
        DatabaseCluster cluster = DatabaseCluster.Builder.create(scope, "Database")
                .engine(ENGINE)
                .vpc(network.vpc())
                .vpcSubnets(Network.isolated())
                .securityGroups(List.of(network.database()))
                .defaultDatabaseName(DatabaseStack.DATABASE_NAME)
                .credentials(Credentials.fromUsername("leadstatus_admin"))
                .manageMasterUserPassword(true)
                .iamAuthentication(true)
                .writer(ClusterInstance.serverlessV2(
                        "Writer", instance(capacity).build()))
                .readers(IntStream.rangeClosed(1, readers)
                        .mapToObj(number -> ClusterInstance.serverlessV2(
                                "Reader" + number,
                                instance(capacity).scaleWithWriter(true).build()))
                        .toList())
                .serverlessV2MinCapacity(capacity.least())
                .serverlessV2MaxCapacity(capacity.most())
                .parameters(Map.of("rds.force_ssl", "1"))
                .storageEncrypted(true)
                .backup(BackupProps.builder().retention(Duration.days(14)).build())
                .copyTagsToSnapshot(true)
                .deletionProtection(true)
                .removalPolicy(RemovalPolicy.SNAPSHOT)
                .build();
        return new Database(
                ProxyTarget.fromCluster(cluster),
                cluster.getClusterResourceIdentifier(),
                cluster.getClusterEndpoint().getHostname(),
                DatabaseStack.DATABASE_NAME,
                cluster.getSecret(),
                Map.of("DBClusterIdentifier", cluster.getClusterIdentifier()));
    }

    private static ServerlessV2ClusterInstanceProps.Builder instance(DatabaseCapacity capacity) {
        // At less capacity it would take too much of it.
        return ServerlessV2ClusterInstanceProps.builder().enablePerformanceInsights(capacity.least() >= 2);
    }

    static Database existing(Construct scope, ExistingDatabase existing, Network network) {
        List<ISecurityGroup> securityGroups = List.of(network.database());
        ProxyTarget target = existing.isCluster()
                ? ProxyTarget.fromCluster(DatabaseCluster.fromDatabaseClusterAttributes(
                        scope,
                        "Database",
                        DatabaseClusterAttributes.builder()
                                .clusterIdentifier(existing.identifier())
                                .port(PORT)
                                .engine(ENGINE)
                                .securityGroups(securityGroups)
                                .build()))
                : ProxyTarget.fromInstance(DatabaseInstance.fromDatabaseInstanceAttributes(
                        scope,
                        "Database",
                        DatabaseInstanceAttributes.builder()
                                .instanceIdentifier(existing.identifier())
                                .instanceEndpointAddress(existing.host())
                                .port(PORT)
                                .engine(DatabaseInstanceEngine.postgres(PostgresInstanceEngineProps.builder()
                                        .version(PostgresEngineVersion.VER_17)
                                        .build()))
                                .securityGroups(securityGroups)
                                .build()));
        return new Database(
                target,
                existing.resourceId(),
                existing.host(),
                existing.databaseName(),
                Secret.fromSecretCompleteArn(scope, "AdminSecret", existing.adminSecretArn()),
                Map.of(existing.isCluster() ? "DBClusterIdentifier" : "DBInstanceIdentifier", existing.identifier()));
    }
}
