package io.leadstatus.api;

import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Which fields of an object are asked for: {@code _fields=id,name}. What no object has is ignored.
 *
 * @param isAll whether every field is, whatever it is called
 */
public record FieldSelection(boolean isAll, Set<String> names) {
    public static final String PARAMETER = "_fields";

    private static final String ALL = "_all";

    public FieldSelection {
        names = Set.copyOf(names);
    }

    /** Reads the values of the parameter: names with commas between them. None, and {@code _all}, are all fields. */
    public static FieldSelection of(List<String> values) {
        Set<String> names = values.stream()
                .flatMap(value -> Arrays.stream(value.split(",")))
                .map(String::strip)
                .filter(name -> !name.isEmpty())
                .collect(Collectors.toCollection(HashSet::new));
        boolean isAll = names.isEmpty() || names.contains(ALL);
        names.removeIf(name -> !PublicId.isPossible(name));
        return new FieldSelection(isAll, names);
    }

    public boolean contains(String field) {
        return isAll || names.contains(field);
    }

    /** Leaves an object only the fields that are asked for. */
    public ObjectNode of(ObjectNode object) {
        return isAll ? object : object.retain(names);
    }
}
