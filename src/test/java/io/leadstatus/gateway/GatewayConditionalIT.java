package io.leadstatus.gateway;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, asked of the packaged application. */
@QuarkusIntegrationTest
class GatewayConditionalIT extends GatewayConditionalTest {}
