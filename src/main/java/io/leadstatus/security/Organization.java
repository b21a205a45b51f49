package io.leadstatus.security;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;

/** A tenant. Everything that is stored belongs to one, and a caller sees only the one of its credential. */
@Entity
@Table(name = "organization")
public class Organization {
    @Id
    @Column(name = "organization_id")
    private Integer number;

    @Column(name = "public_id")
    private String id;

    private String name;

    protected Organization() {}

    /** The key of the organization in every table. */
    public int number() {
        return number;
    }

    /** As in Close, {@code orga_…}. */
    public String id() {
        return id;
    }

    public String name() {
        return name;
    }
}
