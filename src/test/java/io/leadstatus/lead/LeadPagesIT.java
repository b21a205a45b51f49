package io.leadstatus.lead;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, asked of the packaged application. */
@QuarkusIntegrationTest
class LeadPagesIT extends LeadPagesTest {}
