package io.leadstatus.infra;

import java.util.List;

import software.amazon.awscdk.ArnComponents;
import software.amazon.awscdk.ArnFormat;
import software.amazon.awscdk.Duration;
import software.amazon.awscdk.Names;
import software.amazon.awscdk.Stack;
import software.amazon.awscdk.UniqueResourceNameOptions;
import software.amazon.awscdk.services.iam.IGrantable;
import software.amazon.awscdk.services.iam.PolicyStatement;
import software.amazon.awscdk.services.iam.Role;
import software.amazon.awscdk.services.iam.ServicePrincipal;
import software.amazon.awscdk.services.rds.CfnDBProxyEndpoint;
import software.amazon.awscdk.services.rds.DatabaseProxy;
import software.amazon.awscdk.services.rds.DefaultAuthScheme;
import software.constructs.Construct;

/** An RDS Proxy that keeps connections for the function, with IAM on both of its sides and TLS on both. */
final class DatabaseProxyPool extends Construct {
    /** What the proxy takes of the connections that the database allows; the rest is for who migrates and looks after it. */
    static final int PERCENT_OF_CONNECTIONS = 90;

    private final Database database;
    private final DatabaseProxy proxy;
    private final String host;

    /** @param hasReaders whether the database has some, which the service then asks instead of the writer */
    DatabaseProxyPool(Construct scope, Database database, boolean hasReaders, Network network) {
        super(scope, "Proxy");
        this.database = database;
        Role role = Role.Builder.create(this, "Role")
                .description("leadstatus: the database proxy logs in to the database")
                .assumedBy(new ServicePrincipal("rds.amazonaws.com"))
                .build();
        role.addToPrincipalPolicy(PolicyStatement.Builder.create()
                .actions(List.of("rds-db:connect"))
                .resources(List.of(serviceRoleOf(database)))
                .build());
        proxy = DatabaseProxy.Builder.create(this, "Proxy")
                .proxyTarget(database.proxyTarget())
                .vpc(network.vpc())
                .vpcSubnets(Network.isolated())
                .securityGroups(List.of(network.proxy()))
                .role(role)
                .defaultAuthScheme(DefaultAuthScheme.IAM_AUTH)
                .requireTls(true)
                .maxConnectionsPercent(PERCENT_OF_CONNECTIONS)
                .borrowTimeout(Duration.seconds(5))
                .build();
        host = hasReaders ? readersEndpoint(network) : proxy.getEndpoint();
    }

    private String readersEndpoint(Network network) {
        return CfnDBProxyEndpoint.Builder.create(this, "Readers")
                .dbProxyEndpointName(Names.uniqueResourceName(
                        this,
                        UniqueResourceNameOptions.builder()
                                .maxLength(60)
                                .separator("-")
                                .build()))
                .dbProxyName(proxy.getDbProxyName())
                .targetRole("READ_ONLY")
                .vpcSubnetIds(network.vpc().selectSubnets(Network.isolated()).getSubnetIds())
                .vpcSecurityGroupIds(List.of(network.proxy().getSecurityGroupId()))
                .build()
                .getAttrEndpoint();
    }

    private String serviceRoleOf(Database database) {
        return Stack.of(this)
                .formatArn(ArnComponents.builder()
                        .service("rds-db")
                        .resource("dbuser")
                        .arnFormat(ArnFormat.COLON_RESOURCE_NAME)
                        .resourceName(database.resourceId() + "/" + DatabaseStack.SERVICE_ROLE)
                        .build());
    }

    /** Lets somebody log in as the service's database role, and as no other. */
    void grantConnect(IGrantable grantee) {
        proxy.grantConnect(grantee, DatabaseStack.SERVICE_ROLE);
    }

    /** For the service: TLS that checks the proxy's certificate against what Java trusts. */
    String jdbcUrl() {
        return "jdbc:postgresql://" + host + ":" + Database.PORT + "/" + database.name()
                + "?sslmode=verify-full&sslfactory=org.postgresql.ssl.DefaultJavaSSLFactory";
    }

    String name() {
        return proxy.getDbProxyName();
    }
}
