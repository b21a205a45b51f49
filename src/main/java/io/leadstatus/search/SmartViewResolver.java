package io.leadstatus.search;

import static java.util.Objects.requireNonNull;

import java.util.Optional;

/** Finds the saved searches of the caller's organization. */
@FunctionalInterface
public interface SmartViewResolver {

    /** @param nameOrId a name, or an id {@code save_…} */
    Optional<Resolved> resolve(String nameOrId);

    /**
     * @param id tells saved searches that contain each other apart
     * @param query what it searches for; its {@code sort:} and {@code slice:} say nothing about which leads it holds
     */
    record Resolved(String id, Expression query) {
        public Resolved {
            requireNonNull(id, "id");
            requireNonNull(query, "query");
        }
    }
}
