-- What the search of leads stands on: saved searches, how texts are compared, and the indexes of common filters.
-- io.leadstatus.search.SearchText folds what is searched for just as these functions fold what is found.

-- Saved searches. The query is kept as it was written; in:"name" and in:save_… name it in other queries.
create table smart_view (
    organization_id integer not null references organization on delete cascade,
    public_id text not null check (public_id ~ '^save_.'),
    name text not null check (name ~ '\S'),
    query text not null,
    created_at timestamptz not null default now(),
    updated_at timestamptz not null default now(),
    primary key (organization_id, public_id)
);

-- Of search_fold, what texts beyond ASCII need. The last step takes long; few texts in Latin letters need it.
create function search_fold_beyond_ascii(value text) returns text immutable parallel safe language sql as $$
    select case
        when octet_length(unmarked) = length(unmarked) then lower(unmarked collate "C")
        else translate(
            lower(unmarked collate "C"),
            'ÆÐØÞøĐđĦħıŁłŊŒŦƁƂƄƆƇƉƊƋƎƏƐƑƓƔƖƗƘƜƝƟƢƤƦƧƩƬƮƱƲƳƵƷƸƼǤǶǷȜȠȢȤȺȻȽȾɁɃɄɅɆɈɊɌɎͰͲͶͿΑΒΓΔΕΖΗΘΙΚΛΜΝΞΟΠΡ'
            'ΣΤΥΦΧΨΩςϏϘϚϜϞϠϢϤϦϨϪϬϮϷϺϽϾϿЂЄЅІЈЉЊЋЏАБВГДЕЖЗИКЛМНОПРСТУФХЦЧШЩЪЫЬЭЮЯѠѢѤѦѨѪѬѮѰѲѴѸѺѼѾҀҊҌҎҐҒҔҖҘ'
            'ҚҜҞҠҢҤҦҨҪҬҮҰҲҴҶҸҺҼҾӀӃӅӇӉӋӍӔӘӠӨӶӺӼӾԀԂԄԆԈԊԌԎԐԒԔԖԘԚԜԞԠԢԤԦԨԪԬԮԱԲԳԴԵԶԷԸԹԺԻԼԽԾԿՀՁՂՃՄՅՆՇՈՉՊՋՌՍՎՏՐ'
            'ՑՒՓՔՕՖ',
            'æðoþoddhhillŋœŧɓƃƅɔƈɖɗƌǝəɛƒɠɣɩɨƙɯɲɵƣƥʀƨʃƭʈʊʋƴƶʒƹƽǥƕƿȝƞȣȥⱥȼƚⱦɂƀʉʌɇɉɋɍɏͱͳͷϳαβγδεζηθικλμνξοπρ'
            'στυφχψωσϗϙϛϝϟϡϣϥϧϩϫϭϯϸϻͻͼͽђєѕіјљњћџабвгдежзиклмнопрстуфхцчшщъыьэюяѡѣѥѧѩѫѭѯѱѳѵѹѻѽѿҁҋҍҏґғҕҗҙ'
            'қҝҟҡңҥҧҩҫҭүұҳҵҷҹһҽҿӏӄӆӈӊӌӎӕәӡөӷӻӽӿԁԃԅԇԉԋԍԏԑԓԕԗԙԛԝԟԡԣԥԧԩԫԭԯաբգդեզէըթժիլխծկհձղճմյնշոչպջռսվտր'
            'ցւփքօֆ')
    end
    from regexp_replace(normalize(value, NFKD), '[\u0300-\u036f]+', '', 'g') as unmarked
$$;

-- A text without regard to case and accents. Explicit about letters, so that it is immutable in fact as well as in
-- name: no locale of the database and no version of its libraries changes what an index holds.
create function search_fold(value text) returns text immutable parallel safe language sql as $$
    select case
        when octet_length(value) = length(value) then lower(value collate "C")
        else search_fold_beyond_ascii(value)
    end
$$;

-- The words of a text, each between blanks: ' o hara sons ' for "O'Hara & Sons". A word is a run of letters and digits,
-- so '% so%' finds words that start with "so", '% hara sons %' finds a phrase, and nothing needs escaping.
create function search_text(value text) returns text immutable parallel safe language sql as $$
    select ' ' || btrim(regexp_replace(search_fold(value) collate "C",
        '[^0-9a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u1fff\u2c00-\u2dff\u3040-\ufaff\U00010000-\U0010ffff]+',
        ' ', 'g')) || ' '
$$;

-- The same of a value in a document; null unless it is a text or a number.
create function search_text(value jsonb) returns text immutable parallel safe language sql as $$
    select case when jsonb_typeof(value) in ('string', 'number') then search_text(value #>> '{}') end
$$;

-- Whether a text, or one of a list, is like a pattern; the same of nothing is false. For the few leads of which words
-- cannot decide: at the cost that the planner sees in such a condition elsewhere, it would rather read an index of all the
-- organization's leads than look at those that another organization has of these words.
create function search_finds_text(value jsonb, pattern text) returns boolean
immutable parallel safe cost 1 language sql as $$
    select exists (
        select from jsonb_path_query(value, '$[*]') as found (value)
        where jsonb_typeof(found.value) = 'string' and search_text(found.value) like pattern
    )
$$;

-- A number in a document, also one that is written as text; else null.
create function search_number(value jsonb) returns numeric immutable parallel safe language sql as $$
    select case
        when jsonb_typeof(value) = 'number' or (
            jsonb_typeof(value) = 'string' and (value #>> '{}') ~ '^-?[0-9]{1,30}([.][0-9]{1,30})?$'
        ) then (value #>> '{}')::numeric
    end
$$;

-- A date or a moment in a document, to the second; else null. One without a zone is read at the given offset from UTC.
-- Never an error, whatever the document holds: a day that does not exist is null.
create function search_moment(value jsonb, offset_seconds integer) returns timestamptz
immutable parallel safe language sql as $$
    select case when extract(month from make_date(part[1]::integer, part[2]::integer, 1) + part[3]::integer - 1)
                     = part[2]::integer
           then (make_date(part[1]::integer, part[2]::integer, 1) + part[3]::integer - 1
                 + make_interval(
                       hours => coalesce(part[4]::integer, 0),
                       mins => coalesce(part[5]::integer, 0),
                       secs => coalesce(part[6]::integer, 0)
                           - case
                                 when part[7] is null then offset_seconds
                                 when part[7] = 'Z' then 0
                                 else (part[8] || '1')::integer
                                      * (part[9]::integer * 3600 + coalesce(part[10]::integer, 0) * 60)
                             end)) at time zone 'UTC'
           end
    from regexp_match(
        case when jsonb_typeof(value) = 'string' then value #>> '{}' end,
        '^(?!0000)([0-9]{4})-(0[1-9]|1[0-2])-(0[1-9]|[12][0-9]|3[01])'
        '(?:[T ]([01][0-9]|2[0-3]):([0-5][0-9])(?::([0-5][0-9])(?:[.][0-9]+)?)?)?'
        '(Z|([+-])([01][0-9])(?::?([0-5][0-9]))?)?$') as part
$$;

-- The texts of a lead that a word without a keyword searches; those of custom fields first, so that where there are too
-- many for an index, these are in it.
create function lead_texts(document jsonb) returns setof text immutable parallel safe language sql as $$
    select found.value #>> '{}'
    from (
        select value
        from jsonb_path_query(document, '$.custom.*[*]') as value
        where jsonb_typeof(value) = 'string'
        union all
        select value
        from unnest(cast(array[
                 '$.display_name', '$.name', '$.description', '$.url',
                 '$.contacts[*].name', '$.contacts[*].title',
                 '$.contacts[*].emails[*].email', '$.contacts[*].phones[*].phone',
                 '$.addresses[*].address_1', '$.addresses[*].address_2', '$.addresses[*].city',
                 '$.addresses[*].state', '$.addresses[*].zipcode', '$.addresses[*].country',
                 '$.opportunities[*].status_label'
             ] as jsonpath[])) as path,
             jsonb_path_query(document, path) as value
        where jsonb_typeof(value) in ('string', 'number')
        union all
        select value
        from jsonb_each(document) as field (name, field_value),
             jsonb_path_query(field_value, '$[*]') as value
        where starts_with(name, 'custom.') and jsonb_typeof(value) = 'string'
    ) as found
$$;

-- What the index of a lead's words holds, cut so that it takes even a monstrous lead:
-- the words of its texts;
-- each run of words in a text of a custom field behind the field's name and its length, '=11 Lead Source trade',
-- '=11 Lead Source trade show' and '=11 Lead Source show', so that a phrase is one of them; for a field with a text of
-- more than four words, or a long one, only '~11 Lead Source', and for all fields only '~' where these would be too many;
-- the digits of its phone numbers, '+14155550100', and of North American ones those behind the country code, '#4155550100'.
create function lead_search_words(document jsonb) returns tsvector immutable parallel safe language sql as $$
    select array_to_tsvector(array(
        select left(word, 500)
        from string_to_table(
                 (select left(string_agg(search_text(value), ''), 150000) from lead_texts(document) as value), ' '
             ) as word
        where word <> ''
        union all
        select case when is_short then concat('=', field, ' ', array_to_string(words[first_word:last_word], ' '))
                    else left('~' || field, 500)
               end
        from (
            select field, words, cardinality(words) <= 4 and length(field || text) < 100 as is_short
            from (
                select concat(length(name), ' ', name) as field, text, string_to_array(btrim(text), ' ') as words
                from jsonb_each(
                         case when octet_length(document ->> 'custom') < 4000
                                   and jsonb_typeof(document -> 'custom') = 'object'
                              then document -> 'custom' end
                     ) as field (name, value),
                     jsonb_path_query(value, '$[*]') as item,
                     lateral (select search_text(item) as text offset 0) as folded
                where jsonb_typeof(item) = 'string'
                offset 0 -- each text is folded and divided once
            ) as texts
        ) as texts,
             generate_series(1, case when is_short then cardinality(words) else least(cardinality(words), 1) end
             ) as first_word,
             generate_series(first_word, case when is_short then cardinality(words) else first_word end) as last_word
        union all
        select '~'
        where octet_length(document ->> 'custom') >= 4000
        union all
        select left(kind || digits, 35)
        from jsonb_path_query(document, '$.contacts[*].phones[*].phone') as phone,
             regexp_replace(phone #>> '{}', '[^0-9]+', '', 'g') as all_digits,
             lateral (values ('+', all_digits),
                             ('#', case when starts_with(phone #>> '{}', '+1') then substr(all_digits, 2) end)
             ) as number (kind, digits)
        where digits <> ''))
$$;

-- Kept with the lead, so that a search for words, and one for what words cannot decide alone, reads few documents.
alter table lead add column search_words tsvector generated always as (lead_search_words(document)) stored;

create index lead_by_words on lead using gin (search_words);

-- custom fields that are a number, a yes or no, or a list of these: document -> 'custom' @> '{"Seats": 30}'
create index lead_by_custom_field on lead using gin ((document -> 'custom') jsonb_path_ops);

-- These hold what a page of leads is ordered by, so that leads that are counted or skipped are not read.
create index lead_by_status on lead (organization_id, status_number, created_at, lead_id);
create index lead_by_creation on lead (organization_id, created_at, lead_id);
create index lead_by_update on lead (organization_id, updated_at, lead_id);
