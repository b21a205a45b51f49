package io.leadstatus.search;

import static io.leadstatus.search.SearchFixture.search;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What the language understands, each beside the way in which its expression is written where that is another. */
class SearchAcceptedTest {
    private static final String CLAUSES = """
            status:potential
            status : potential            => status:potential
            status= potential             => status:potential
            status:"Bad Fit"
            contacts > 1
            contacts>1                    => contacts > 1
            contacts >=1                  => contacts >= 1
            contacts<= 1                  => contacts <= 1
            contacts < 1
            calls = 0                     => calls:0
            "custom.Lead Source":"Web"
            "custom.Lead Source" = Web    => "custom.Lead Source":Web
            "status":x                    => status:x
            "in":x                        => in:x
            "and":x
            "NOT" >= 3
            "*":x
            "a:b":c
            "a,b" in (c)
            "a\\"b\\\\":c
            custom.cf_v6S011I6MqcbVvB2FA5Nk8dr7MkL8sWuCiG8cUleO9c:x
            id:lead_zwqYhEFwzPyfCErS8uQ77is2wFLvr9BgVi6cTfbFM68
            name:*
            name : *                      => name:*
            name:""
            name:acme*
            name:O'Brien
            name:'x'
            name:b\\c
            name:"O'Brien"
            name:"a \\"b\\" \\\\ c"
            name:"\\a\\b"                 => name:"ab"
            name:Müller-Lüdenscheidt
            name:日本語
            name:😀
            email:jo.doe+tag@example.com
            phone:+14155550100
            url:https://x.example/y
            url:https://x.example:8080/y/?a=b&c=<d>#e
            url : x.example/              => url:x.example/
            a:b:c
            a:b=c
            a>b>c                         => a > b>c
            state:in
            state: IN                     => state:IN
            in:"My leads"
            in:save_4XwGc7WUXSHFPCr61kj7Sz
            in : "x"                      => in:"x"
            has:email_addresses
            sort:-opportunities,date_created
            slice:1/4
            $1:%_;--
            /a/:/b/c
            """;

    private static final String DATES = """
            created:2014-01-01
            created:2014-01-01T08:00
            created >= 2014-01-01T08:00:00
            created<2014-01-01T08:00:00.123+02:00 => created < 2014-01-01T08:00:00.123+02:00
            created >= "2014-01-01 08:00:00"
            created:today
            called:never
            created <= 30 days ago
            created <=30   days\tago       => created <= 30 days ago
            email_opened < 10 mins ago
            created:1 Week AGO name:x      => created:1 Week AGO and name:x
            (created > 1 year ago)         => created > 1 year ago
            created in (1 day ago,2 months ago , today) => created in (1 day ago, 2 months ago, today)
            created > 5 seconds ago or created > 5 sec ago or created > 5 minute ago or created > 5 hours ago
            created > 3 days agony         => created > 3 and days and agony
            created > 3 fortnights ago     => created > 3 and fortnights and ago
            3 days ago                     => 3 and days and ago
            created > 3d ago               => created > 3d and ago
            created:"3 days ago"
            """;

    private static final String LISTS = """
            status in ("Potential", "Bad Fit")
            status IN (a)                  => status in (a)
            status in("a","b")             => status in ("a", "b")
            status in ( a , "b,c" )        => status in (a, "b,c")
            created in (2014-01-01T08:00, a=b, c<d)
            a in (in, *, "")
            in in (a)
            "Lead Source" in (Web)
            not status in (a)
            """;

    private static final String TEXTS = """
            *
            acme
            "menlo park"
            john@example.com
            x.example/y
            don't
            and1 or not-x
            acme (status:a)                => acme(status:a)
            "acme" (status:a or b)         => "acme" and (status:a or b)
            "a" "b"                        => "a" and "b"
            "and" "or" "not" "in"          => "and" and "or" and "not" and "in"
            ago days sec                   => ago and days and sec
            acme corp status:won           => acme and corp and status:won
            * sort:created                 => * and sort:created
            a\u00a0b\u2003c                => a and b and c
            """;

    private static final String COMBINATIONS = """
            a and b
            a AND b Or not c               => (a and b) or not c
            a b or c d                     => (a and b) or (c and d)
            a or b c or d                  => a or (b and c) or d
            (a or b) c                     => (a or b) and c
            a and (b and (c d))            => a and b and c and d
            a or (b or c)                  => a or b or c
            ((a))                          => a
            a:b (c or d)                   => a:b and (c or d)
            a <= 3 days ago(c)             => a <= 3 days ago and c
            a in (b) (c or d)              => a in (b) and (c or d)
            not a b                        => not a and b
            not (a b)                      => not (a and b)
            not (a or b)
            not not a
            NOT(a)                         => not a
            not contact(name:x)
            (a)(b)or(c)                    => (a and b) or c
            not a or not b and not c       => not a or (not b and not c)
            """;

    private static final String SUB_QUERIES = """
            lead_status(status:"Potential" on:"2014-01-01 08:00:00")
            lead_status ( status:a )       => lead_status(status:a)
            contact(title:CEO and email:*) => contact(title:CEO email:*)
            contact(name:x y:"z" w > 1)    => contact(name:x y:"z" and w > 1)
            contact(a:1 or b:2 c:3)        => contact(a:1 or (b:2 and c:3))
            contact(sequence_subscription(sequence:*))
            task(not is_complete:yes)
            opportunity((status:won or status:lost) value >= 100) => opportunity((status:won or status:lost) and value >= 100)
            contact(john)
            a(*) b(*)                      => a(*) and b(*)
            """;

    static Stream<String> rows() {
        return Stream.of(CLAUSES, DATES, LISTS, TEXTS, COMBINATIONS, SUB_QUERIES)
                .flatMap(String::lines);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isWrittenInItsCanonicalWay(String row) {
        String[] texts = row.split(" *=> ", 2);
        search(texts[0]).ok(texts[texts.length - 1]);
    }
}
