package io.leadstatus.smartview;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, asked of the packaged application. */
@QuarkusIntegrationTest
class SmartViewResourceIT extends SmartViewResourceTest {}
