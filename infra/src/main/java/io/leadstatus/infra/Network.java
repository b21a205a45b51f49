package io.leadstatus.infra;

import java.util.List;

import software.amazon.awscdk.services.ec2.ISecurityGroup;
import software.amazon.awscdk.services.ec2.IVpc;
import software.amazon.awscdk.services.ec2.Port;
import software.amazon.awscdk.services.ec2.SecurityGroup;
import software.amazon.awscdk.services.ec2.SubnetConfiguration;
import software.amazon.awscdk.services.ec2.SubnetSelection;
import software.amazon.awscdk.services.ec2.SubnetType;
import software.amazon.awscdk.services.ec2.Vpc;
import software.amazon.awscdk.services.ec2.VpcAttributes;
import software.constructs.Construct;

/**
 * Who can reach whom: the function the proxy, the migration and the proxy (whose rule comes with it) the database, and
 * nobody else anybody. Function,
 * proxy and database have no way to the internet; only the migration has, for Maven.
 */
final class Network extends Construct {
    private static final Port POSTGRESQL = Port.tcp(Database.PORT);

    private final IVpc vpc;
    private final ISecurityGroup function;
    private final ISecurityGroup proxy;
    private final ISecurityGroup migration;
    private final ISecurityGroup database;

    Network(Construct scope, Settings settings) {
        super(scope, "Network");
        vpc = settings.existingDatabase().map(this::existingVpc).orElseGet(this::newVpc);
        function = securityGroup("FunctionSecurityGroup", "leadstatus: the function", false);
        proxy = securityGroup("ProxySecurityGroup", "leadstatus: the database proxy", false);
        migration = securityGroup("MigrationSecurityGroup", "leadstatus: the migration", true);
        database = settings.existingDatabase()
                .map(existing ->
                        SecurityGroup.fromSecurityGroupId(this, "DatabaseSecurityGroup", existing.securityGroupId()))
                .orElseGet(() -> securityGroup("DatabaseSecurityGroup", "leadstatus: the database", false));
        proxy.addIngressRule(function, POSTGRESQL, "from the function");
        function.addEgressRule(proxy, POSTGRESQL, "to the proxy");
        database.addIngressRule(migration, POSTGRESQL, "from the migration");
    }

    private IVpc existingVpc(ExistingDatabase existing) {
        return Vpc.fromVpcAttributes(
                this,
                "Vpc",
                VpcAttributes.builder()
                        .vpcId(existing.vpcId())
                        .availabilityZones(existing.availabilityZones())
                        .isolatedSubnetIds(existing.functionSubnetIds())
                        .privateSubnetIds(existing.migrationSubnetIds())
                        .build());
    }

    private IVpc newVpc() {
        return Vpc.Builder.create(this, "Vpc")
                .maxAzs(2)
                .natGateways(1)
                .subnetConfiguration(List.of(
                        subnets("public", SubnetType.PUBLIC),
                        subnets("migration", SubnetType.PRIVATE_WITH_EGRESS),
                        subnets("function", SubnetType.PRIVATE_ISOLATED)))
                .build();
    }

    private static SubnetConfiguration subnets(String name, SubnetType type) {
        return SubnetConfiguration.builder()
                .name(name)
                .subnetType(type)
                .cidrMask(22)
                .mapPublicIpOnLaunch(type == SubnetType.PUBLIC ? false : null)
                .build();
    }

    private SecurityGroup securityGroup(String id, String description, boolean allowAllOutbound) {
        return SecurityGroup.Builder.create(this, id)
                .vpc(vpc)
                .description(description)
                .allowAllOutbound(allowAllOutbound)
                .build();
    }

    IVpc vpc() {
        return vpc;
    }

    ISecurityGroup function() {
        return function;
    }

    ISecurityGroup proxy() {
        return proxy;
    }

    ISecurityGroup migration() {
        return migration;
    }

    ISecurityGroup database() {
        return database;
    }

    static SubnetSelection isolated() {
        return SubnetSelection.builder().subnetType(SubnetType.PRIVATE_ISOLATED).build();
    }

    static SubnetSelection withEgress() {
        return SubnetSelection.builder()
                .subnetType(SubnetType.PRIVATE_WITH_EGRESS)
                .build();
    }
}
