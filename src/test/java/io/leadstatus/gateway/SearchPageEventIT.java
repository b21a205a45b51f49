package io.leadstatus.gateway;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same against the packaged function. */
@QuarkusIntegrationTest
class SearchPageEventIT extends SearchPageEventTest {}
