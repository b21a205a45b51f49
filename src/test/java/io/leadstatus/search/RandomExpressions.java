package io.leadstatus.search;

import java.util.List;
import java.util.Random;
import java.util.function.Supplier;
import java.util.stream.Stream;

import io.leadstatus.search.Expression.Clause;
import io.leadstatus.search.Expression.Everything;
import io.leadstatus.search.Expression.FreeText;
import io.leadstatus.search.Expression.OneOf;
import io.leadstatus.search.Expression.SubQuery;

/** Expressions of every shape, their texts made of what the language could trip over. */
final class RandomExpressions {
    private static final List<String> PIECES = List.of(
            "a",
            "Z",
            "9",
            "and",
            "or",
            "NOT",
            "in",
            "In",
            "ago",
            " ",
            "  ",
            "\t",
            "\n",
            "\"",
            "\\",
            "'",
            "(",
            ")",
            ":",
            "=",
            "<",
            ">",
            ",",
            "*",
            "/",
            "-",
            "+",
            ".",
            "_",
            "%",
            "!",
            "^",
            "#",
            "é",
            "日",
            "😀",
            "\u00a0",
            "\u0085",
            "\u0001",
            "\u200b",
            "\ufeff",
            "\u2028",
            "3 days ago",
            "12  Weeks\tago",
            "2014-01-01T08:00",
            "https://",
            "lead_status",
            "//");

    private final Random random;

    RandomExpressions(Random random) {
        this.random = random;
    }

    Expression next(int depth) {
        if (depth == 0) {
            return condition();
        }
        return switch (random.nextInt(6)) {
            case 0 -> Expression.allOf(some(depth));
            case 1 -> Expression.anyOf(some(depth));
            case 2 -> Expression.not(next(depth - 1));
            case 3 -> legal(() -> new SubQuery(text(), next(depth - 1)));
            default -> condition();
        };
    }

    private Expression[] some(int depth) {
        return Stream.generate(() -> next(depth - 1))
                .limit(2 + random.nextInt(3))
                .toArray(Expression[]::new);
    }

    private Expression condition() {
        return switch (random.nextInt(6)) {
            case 0 -> new Everything();
            case 1 -> legal(() -> new FreeText(value()));
            case 2 ->
                legal(() -> new OneOf(
                        text(),
                        Stream.generate(this::value)
                                .limit(1 + random.nextInt(4))
                                .toList()));
            default -> legal(() -> new Clause(text(), oneOf(List.of(Operator.values())), value()));
        };
    }

    Value value() {
        return legal(() -> new Value(text(), random.nextBoolean()));
    }

    String text() {
        StringBuilder text = new StringBuilder();
        for (int count = random.nextInt(5); count >= 0; count--) {
            text.append(oneOf(PIECES));
        }
        return text.toString();
    }

    private <T> T oneOf(List<T> list) {
        return list.get(random.nextInt(list.size()));
    }

    /** Tries until the constructors, which know what is legal, take it. */
    private static <T> T legal(Supplier<T> attempt) {
        while (true) {
            try {
                return attempt.get();
            } catch (IllegalArgumentException refused) {
                continue;
            }
        }
    }
}
