package io.leadstatus.security;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, asked of the packaged application. */
@QuarkusIntegrationTest
class MeResourceIT extends MeResourceTest {}
