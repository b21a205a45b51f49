package io.leadstatus.search;

import static io.leadstatus.search.SearchFixture.search;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the language does not understand, marked by carets, and what would have fitted there. */
class SearchRefusedTest {
    private static final String CONDITION_EXPECTED = """
            ^                          => expected a condition such as status:"Qualified"
               ^                       => expected a condition such as status:"Qualified"
            (^)^                       => expected a condition such as status:"Qualified"
            (^                         => expected a condition such as status:"Qualified"
            ((a) or (^)^)              => expected a condition such as status:"Qualified"
            contact(^)^                => expected a condition such as status:"Qualified"
            a and^                     => expected a condition such as status:"Qualified"
            a or ^)^                   => expected a condition such as status:"Qualified"
            a or not^                  => expected a condition such as status:"Qualified"
            (not ^)^                   => expected a condition such as status:"Qualified"
            ^:^ x                      => expected a condition such as status:"Qualified"
            not ^>=^ 3                 => expected a condition such as status:"Qualified"
            has:email not^:^call       => expected a condition such as status:"Qualified"
            ^,^ a                      => expected a condition such as status:"Qualified"; a text with a comma is written in quotes
            ^and^ a                    => expected a condition such as status:"Qualified"; the word itself is written in quotes
            ^OR^                       => expected a condition such as status:"Qualified"; the word itself is written in quotes
            a and ^or^ b               => expected a condition such as status:"Qualified"; the word itself is written in quotes
            a or ^And^ b               => expected a condition such as status:"Qualified"; the word itself is written in quotes
            not ^and^                  => expected a condition such as status:"Qualified"; the word itself is written in quotes
            ^""^                       => expected a text to look for
            a (b or ^""^)              => expected a text to look for
            ^""^:a                     => expected a keyword such as "custom.Industry"
            ^" "^ in (a)               => expected a keyword such as "custom.Industry"
            """;

    private static final String VALUE_EXPECTED = """
            status:^                   => expected a value such as "Qualified"
            status :  ^                => expected a value such as "Qualified"
            status:^)^                 => expected a value such as "Qualified"
            status:^(^a)               => expected a value such as "Qualified"
            contacts >^                => expected a value such as "Qualified"
            contacts >^>^ 3            => expected a value such as "Qualified"
            contacts <^>^ 3            => expected a value such as "Qualified"
            contacts =^<^ 3            => expected a value such as "Qualified"
            status:^=^x                => expected a value such as "Qualified"
            status:^:^x                => expected a value such as "Qualified"
            status:^,^x                => expected a value such as "Qualified"; a text with a comma is written in quotes
            state:^or^                 => expected a value such as "Qualified"; the word itself is written in quotes
            status: ^and^ name:x       => expected a value such as "Qualified"; the word itself is written in quotes
            name:^NOT^                 => expected a value such as "Qualified"; the word itself is written in quotes
            url:^/^                    => expected a value such as "Qualified"
            """;

    private static final String LIST_EXPECTED = """
            status in^                 => expected a list such as ("Qualified", "Customer")
            status in ^"a"^            => expected a list such as ("Qualified", "Customer")
            status in ^a^              => expected a list such as ("Qualified", "Customer")
            "Lead Source" in ^b^:c     => expected a list such as ("Qualified", "Customer")
            status in (^               => expected a value such as "Qualified"
            status in (^)^             => expected a value such as "Qualified"
            status in (a, ^)^          => expected a value such as "Qualified"
            status in (a,^,^b)         => expected a value such as "Qualified"; a text with a comma is written in quotes
            status in (^or^, ca)       => expected a value such as "Qualified"; the word itself is written in quotes
            status in (^(^a))          => expected a value such as "Qualified"
            status in (a^              => expected "," or ")"
            status in (a ^b^)          => expected "," or ")"
            status in ("a" ^"b"^)      => expected "," or ")"
            status in (a ^or^ b)       => expected "," or ")"; the word itself is written in quotes
            status not in ^(^a)        => expected ":", or a keyword right before "in" as in status in ("Qualified", "Customer")
            a in (^/^)                 => expected a value such as "Qualified"
            in^                        => expected ":", or a keyword right before "in" as in status in ("Qualified", "Customer")
            """;

    private static final String END_OF_CONDITION_EXPECTED = """
            a^)^                       => expected an operator such as ":", "and", "or", another condition or the end
            "a" b^)^                   => expected an operator such as ":", "and", "or", another condition or the end
            a:b^)^                     => expected "and", "or", another condition or the end
            a:"b"^)^                   => expected "and", "or", another condition or the end
            *^)^                       => expected "and", "or", another condition or the end
            (a)^)^                     => expected "and", "or", another condition or the end
            a in (b)^)^                => expected "and", "or", another condition or the end
            (a^                        => expected an operator such as ":", "and", "or", another condition or the ")" to the "(" at 0
            not (a or (b:c^            => expected "and", "or", another condition or the ")" to the "(" at 10
            contact(name:x^            => expected "and", "or", another condition or the ")" to the "(" at 7
            * ^:^ a                    => expected "and", "or", another condition or the end
            a:b ^=^ c                  => expected "and", "or", another condition or the end
            a:"b"^:^c                  => expected "and", "or", another condition or the end
            (a)^:^b                    => expected "and", "or", another condition or the end
            a:b^,^ c:d                 => expected "and", "or", another condition or the end; a text with a comma is written in quotes
            Smith^,^ John              => expected an operator such as ":", "and", "or", another condition or the end; a text with a comma is written in quotes
            10^,^000                   => expected an operator such as ":", "and", "or", another condition or the end; a text with a comma is written in quotes
            a <= 3 days ago^,^ b       => expected "and", "or", another condition or the end; a text with a comma is written in quotes
            a:x ^/^                    => expected "and", "or", another condition or the end
            a ^//^ b                   => expected an operator such as ":", "and", "or", another condition or the end
            a:x ^\u0001^               => expected "and", "or", another condition or the end
            a:x ^\u007f^               => expected "and", "or", another condition or the end
            """;

    private static final String BLANK_EXPECTED = """
            status:"Potential"^/^      => expected a blank before it or the end
            status:"Potential"^"^      => expected a blank before it or the end
            status:Potential^"^        => expected a blank before it or the end
            5^"^                       => expected a blank before it or the end
            "a"^"b"^                   => expected a blank before it or the end
            a^"b"^                     => expected a blank before it or the end
            "a"^b^:c                   => expected a blank before it or the end
            a:"b"^and^ c               => expected a blank before it or the end
            a in ("b"^c^)              => expected a blank before it or the end
            *^"a"^                     => expected a blank before it or the end
            """;

    private static final String OTHERS = """
            ^"^                        => expected another one that closes it
            name:^"^abc                => expected another one that closes it
            name:"a" or ^"^            => expected another one that closes it
            a^!=^b                     => expected ":"; the opposite of a condition is written with "not" before it
            a:x and b ^!=^ "c"         => expected ":"; the opposite of a condition is written with "not" before it
            ^\u0000^                   => expected a character of Unicode other than NUL
            name:"a^\u0000^"           => expected a character of Unicode other than NUL
            😀 name:😀 ^)^             => expected "and", "or", another condition or the end
            """;

    static Stream<String> rows() {
        return Stream.of(
                        CONDITION_EXPECTED,
                        VALUE_EXPECTED,
                        LIST_EXPECTED,
                        END_OF_CONDITION_EXPECTED,
                        BLANK_EXPECTED,
                        OTHERS)
                .flatMap(String::lines);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isRefusedWhereTheCaretsAre(String row) {
        String[] columns = row.split(" *=> ", 2);
        search(columns[0]).fails(columns[1]);
    }
}
