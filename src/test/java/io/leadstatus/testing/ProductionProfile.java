package io.leadstatus.testing;

import java.util.List;
import java.util.Map;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import io.quarkus.test.junit.QuarkusTestProfile;

/** As in production, where nothing migrates or loads a demo, on a database that the test brings. */
public abstract class ProductionProfile implements QuarkusTestProfile {
    private final Class<? extends QuarkusTestResourceLifecycleManager> database;

    protected ProductionProfile(Class<? extends QuarkusTestResourceLifecycleManager> database) {
        this.database = database;
    }

    @Override
    public String getConfigProfile() {
        return "prod";
    }

    @Override
    public Map<String, String> getConfigOverrides() {
        return Map.of("quarkus.datasource.jdbc.max-size", "4");
    }

    @Override
    public boolean disableGlobalTestResources() {
        return true;
    }

    @Override
    public List<TestResourceEntry> testResources() {
        return List.of(new TestResourceEntry(database));
    }
}
