package io.leadstatus.infra;

import java.util.Map;

/** What is deployed where nothing is set, synthesized once for all who look at it. */
final class DefaultApp {
    static final SynthesizedApp APP = new SynthesizedApp(Map.of());

    private DefaultApp() {}
}
