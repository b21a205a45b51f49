package io.leadstatus.search;

import static io.leadstatus.search.SearchFixture.search;

import java.util.stream.Stream;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Queries that clients of Close have in their code, word by word; what had been left out is made up. */
class SearchOfRealQueriesTest {
    private static final String CLOSE_DEFAULT_SMART_VIEWS = """
            *
            notifications > 0
            created <= 30 days ago
            updated <= 30 days ago
            last_call <= 30 days ago
            last_email <= 30 days ago
            calls = 0                               => calls:0
            emails = 0                              => emails:0
            status:potential
            status:bad_fit
            status:qualified
            opportunity_user:me
            opportunity:active
            opportunity:won
            opportunity:lost
            opportunity:on_hold
            called > 0 and email_opened < 10 mins ago
            """;

    private static final String DOCUMENTATION = """
            status:cold called:never email_opened < "3 days ago" => status:cold and called:never and email_opened < "3 days ago"
            created_by: justin                      => created_by:justin
            location: "san francisco"               => location:"san francisco"
            calls: 0 status: trial                  => calls:0 and status:trial
            john calls: 0 status: "trial expired"   => john and calls:0 and status:"trial expired"
            email_opened: yes                       => email_opened:yes
            company: microsoft                      => company:microsoft
            phone: 415                              => phone:415
            "menlo park"
            status:"Potential"
            custom.my_custom_field:"some_value" status:"Potential" sort:updated => custom.my_custom_field:"some_value" and status:"Potential" and sort:updated
            note:important
            direction:incoming
            last_emailed:today
            status_change(old_status:active new_status:won date:yesterday)
            """;

    private static final String SCRIPTS = """
            name:sample
            * sort:created                          => * and sort:created
            email_address:"a@b.example" sort:created => email_address:"a@b.example" and sort:created
            company:"Acme, Inc." sort:created       => company:"Acme, Inc." and sort:created
            "custom.Lead Source":"Web" sort:created => "custom.Lead Source":"Web" and sort:created
            name:"%s"
            sort:created contacts > 1               => sort:created and contacts > 1
            sort:created slice:1/4                  => sort:created and slice:1/4
            sort:created slice:%s/%s                => sort:created and slice:%s/%s
            call( date >= "2018-01-01" date < "2018-02-01") => call(date >= "2018-01-01" and date < "2018-02-01")
            call((recording_duration > 0 or voicemail_duration > 0) date >= "2018-01-01" date <= "2018-02-01") => call((recording_duration > 0 or voicemail_duration > 0) and date >= "2018-01-01" and date <= "2018-02-01")
            sms( date >= "2018-01-01" status:sent direction:outbound user:user_1) => sms(date >= "2018-01-01" and status:sent direction:outbound user:user_1)
            sms_messages > 0 in:"SMART VIEW"        => sms_messages > 0 and in:"SMART VIEW"
            contact(sequence_subscription(sequence:*))
            custom.Tags:* sort:created              => custom.Tags:* and sort:created
            user_id:"user_1" sort:date_created      => user_id:"user_1" and sort:date_created
            assigned_to:"user_1" sort:date_created  => assigned_to:"user_1" and sort:date_created
            sort:-opportunities,date_created
            sort:display_name
            custom.cf_abc in ("a", "b")
            custom.cf_abc:""
            """;

    private static final String CLIENTS = """
            not name:"Bruce Wayne"
            email_address:bruce@wayneenterprises.com
            "custom.Foo bar":test
            "custom.Favorite Color":"cornflower blue"
            "custom.International Database ID":12345
            custom.Paused:false
            lead_status:Potential lead_status:"Bad Fit" => lead_status:Potential and lead_status:"Bad Fit"
            email:"example@example.com"
            custom.current_system:paypal
            custom.status:skipped
            opportunity_status:"S01: Received Offer Request"
            updated >= 2018-07-17
            status_type: active                     => status_type:active
            status_type: won and date >= 2017-05-01 => status_type:won and date >= 2017-05-01
            task(description:"DSCHED" created:"today" creator:user_1)
            task(description:"DHELD" updated:"today" assigned_to:"me" is_complete:yes)
            opportunity_status:active opportunity_created:today => opportunity_status:active and opportunity_created:today
            email_address:"a@b.example" sort:-contacts,-created => email_address:"a@b.example" and sort:-contacts,-created
            task_updated:"today" task_created:"today" => task_updated:"today" and task_created:"today"
            opportunity_user:"Mark Carter"
            call(duration > 0  date >= 2018-01-01 date <= 2018-01-01) or email(direction:sent  date >= 2018-01-01) => call(duration > 0 and date >= 2018-01-01 and date <= 2018-01-01) or email(direction:sent and date >= 2018-01-01)
            lead_status:"Customer"
            has:opportunities
            custom.cf_W >= 30 AND date_created >= "2026-02-06" => custom.cf_W >= 30 and date_created >= "2026-02-06"
            linkedin_company:"url"
            url:"domain"
            lead_status:"New Lead" and ("Industry":"A" or "Industry":"B") => lead_status:"New Lead" and (Industry:"A" or Industry:"B")
            status:"Interested" date_updated < "5 days ago" => status:"Interested" and date_updated < "5 days ago"
            custom.cf_industry = "MEP Contractor"   => custom.cf_industry:"MEP Contractor"
            """;

    static Stream<String> rows() {
        return Stream.of(CLOSE_DEFAULT_SMART_VIEWS, DOCUMENTATION, SCRIPTS, CLIENTS)
                .flatMap(String::lines);
    }

    @ParameterizedTest
    @MethodSource("rows")
    void isUnderstood(String row) {
        String[] texts = row.split(" *=> ", 2);
        search(texts[0]).ok(texts[texts.length - 1]);
    }
}
