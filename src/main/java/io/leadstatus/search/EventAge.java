package io.leadstatus.search;

/** The column {@code age_class} of events: how old a lead was at its event, see V1__schema.sql. */
public final class EventAge {
    /**
     * A condition that every event fulfils. The index of events is sorted by age before time: with this, the events of a
     * period are a range of it for each age, without it they are all that there is to read.
     */
    public static final String ANY = "age_class = any (cast('{0,1,2,3,4,5,6,7,8,9,10,11,12,13}' as smallint[]))";

    private EventAge() {}
}
