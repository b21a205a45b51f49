package io.leadstatus.infra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Reads settings and collects what is wrong with them, so that one run tells all of it. */
final class SettingsReader {
    /** What a setting stands for in the constructors until the errors are thrown. */
    private static final String WRONG = "";

    private final Function<String, Object> context;
    private final List<String> errors = new ArrayList<>();

    SettingsReader(Function<String, Object> context) {
        this.context = context;
    }

    Optional<String> given(String name) {
        return Optional.ofNullable(context.apply(name))
                .map(Object::toString)
                .map(String::strip)
                .filter(text -> !text.isEmpty());
    }

    int integer(String name, int lowest, int highest, int standard) {
        Optional<String> given = given(name);
        if (given.isEmpty()) {
            return standard;
        }
        boolean isNumber = given.get().matches("\\d{1,9}");
        if (!isNumber || Integer.parseInt(given.get()) < lowest || Integer.parseInt(given.get()) > highest) {
            refuse(name, "\"" + given.get() + "\" is no number from " + lowest + " to " + highest, "" + standard);
            return standard;
        }
        return Integer.parseInt(given.get());
    }

    /** A number in steps of a half, as Aurora counts its capacity. */
    double halves(String name, double lowest, double highest, double standard) {
        Optional<String> given = given(name);
        if (given.isEmpty()) {
            return standard;
        }
        double number = given.get().matches("\\d{1,3}(\\.[05])?") ? Double.parseDouble(given.get()) : -1;
        if (number < lowest || number > highest) {
            String range = lowest + " to " + highest + " in steps of 0.5";
            refuse(name, "\"" + given.get() + "\" is no number from " + range, "" + standard);
            return standard;
        }
        return number;
    }

    <E extends Enum<E>> E choice(String name, E standard) {
        E[] choices = standard.getDeclaringClass().getEnumConstants();
        Optional<String> given = given(name);
        if (given.isEmpty()) {
            return standard;
        }
        return Arrays.stream(choices)
                .filter(choice -> choice.toString().equals(given.get()))
                .findFirst()
                .orElseGet(() -> {
                    String all = Arrays.stream(choices).map(E::toString).collect(Collectors.joining(", "));
                    refuse(name, "\"" + given.get() + "\" is none of " + all, standard.toString());
                    return standard;
                });
    }

    String text(String name, Pattern form, String standard) {
        return optional(name, form, standard).orElse(standard);
    }

    String required(String name, Pattern form, String example) {
        if (given(name).isEmpty()) {
            refuse(name, "is missing", example);
        }
        return optional(name, form, example).orElse(WRONG);
    }

    Optional<String> optional(String name, Pattern form, String example) {
        Optional<String> given = given(name);
        if (given.isPresent() && !form.matcher(given.get()).matches()) {
            refuse(name, "\"" + given.get() + "\" does not look like one", example);
            return Optional.empty();
        }
        return given;
    }

    void refuse(String name, String problem, String example) {
        errors.add(name + ": " + problem + "; accepted is, for example, -c " + name + "=" + example);
    }

    /** Throws what has been collected, if anything has. */
    void throwErrors() {
        if (!errors.isEmpty()) {
            throw new InvalidSettingsException(errors);
        }
    }
}
