package io.leadstatus.report;

import io.quarkus.test.junit.QuarkusIntegrationTest;

/** The same, asked of the packaged application. */
@QuarkusIntegrationTest
class SampleReportIT extends SampleReportTest {}
