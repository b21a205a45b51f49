package io.leadstatus.smartview;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A search that an organization saved. Which leads it holds is decided anew whenever it is asked. */
@Entity
@Table(name = "smart_view")
public class SmartView {

    @Embeddable
    public record Key(
            @Column(name = "organization_id") int organization,
            @Column(name = "public_id") String id) implements Serializable {}

    @EmbeddedId
    private Key key;

    private String name;
    private String query;

    @Column(name = "created_at")
    private Instant createdAt;

    @Column(name = "updated_at")
    private Instant updatedAt;

    protected SmartView() {}

    /** As in Close, {@code save_…}. */
    public String id() {
        return key.id();
    }

    public String name() {
        return name;
    }

    /** As it was written. */
    public String query() {
        return query;
    }

    public Instant createdAt() {
        return createdAt;
    }

    public Instant updatedAt() {
        return updatedAt;
    }
}
