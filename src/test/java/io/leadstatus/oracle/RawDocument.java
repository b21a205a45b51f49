package io.leadstatus.oracle;

/** What a lead holds besides its history. */
record RawDocument(String name, String tier, int seats) {

    String json() {
        return "{\"name\": \"%s\", \"custom\": {\"Tier\": \"%s\", \"Seats\": %d}}".formatted(name, tier, seats);
    }
}
