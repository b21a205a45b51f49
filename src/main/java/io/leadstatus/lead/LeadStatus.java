package io.leadstatus.lead;

import java.io.Serializable;
import java.time.Instant;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EmbeddedId;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;

/** A status that an organization's leads can be in. A deleted one stays, since history names it. */
@Entity
@Table(name = "lead_status")
public class LeadStatus {

    /** Statuses are numbered within their organization. */
    @Embeddable
    public record Key(
            @Column(name = "organization_id") int organization,
            @Column(name = "status_number") short number) implements Serializable {}

    @EmbeddedId
    private Key key;

    @Column(name = "public_id")
    private String id;

    private String label;
    private String color;
    private int position;

    @Column(name = "deleted_at")
    private Instant deletedAt;

    protected LeadStatus() {}

    public Key key() {
        return key;
    }

    /** As in Close, {@code stat_…}. */
    public String id() {
        return id;
    }

    /** As it is now. */
    public String label() {
        return label;
    }

    /** Such as {@code #3B82F6}; null for none. */
    public String color() {
        return color;
    }

    public boolean isDeleted() {
        return deletedAt != null;
    }
}
