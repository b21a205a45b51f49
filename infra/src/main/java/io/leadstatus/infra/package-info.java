/**
 * What leadstatus runs on in AWS, as a CDK app. Two stacks, so that no mistake in the second can cost the data of the first:
 * {@link io.leadstatus.infra.DatabaseStack} holds network, database and proxy, {@link io.leadstatus.infra.ServiceStack} the
 * migration, the function, the gateway, and what watches over them. {@link io.leadstatus.infra.Settings} are all that can be
 * chosen; a wrong one is refused before anything is built.
 *
 * <h2>Nobody keeps a password</h2>
 *
 * The function logs in to the RDS Proxy, and the proxy to the database, as what they are: IAM roles. The function signs a
 * token for each new connection with the keys that Lambda hands it (package {@code io.leadstatus.database} of the service),
 * which takes no call to anybody. A password in the function's environment would stand in its configuration for all who may
 * read that, and would be there still after a rotation; one from Secrets Manager would cost each cold start a call, and the
 * network a way to make it. The only password is the administrator's, which RDS makes and changes, and which the migration
 * reads.
 *
 * <h2>The schema comes before the code</h2>
 *
 * A deployment migrates the database first, in a CodeBuild project inside the network, and touches the function only when
 * that went well. A migration therefore has to leave the version before it working: it adds first, and removes a release
 * later. Then an unknown key is sent to the new version; only if that is answered 401, which takes a look into the database,
 * the new version gets its first share of the traffic, and an alarm within that time takes it back.
 */
package io.leadstatus.infra;
