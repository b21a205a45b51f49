package io.leadstatus.conditional;

import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;

import jakarta.enterprise.context.RequestScoped;
import jakarta.ws.rs.core.HttpHeaders;

/** What the caller of this request has already, and what the answer is computed from. */
@RequestScoped
public class Revalidation {
    private static final String ANY = "*";

    private final List<AnswerTag> held;
    private final boolean holdsAny;
    private Version version;

    Revalidation(HttpHeaders headers) {
        List<String> header = headers.getRequestHeader(HttpHeaders.IF_NONE_MATCH);
        this.held = header == null ? List.of() : AnswerTag.parse(header);
        this.holdsAny = header != null && header.equals(List.of(ANY));
    }

    /**
     * Answers 304 without going on if the caller has the answer already.
     *
     * @param current the version that the answer would have now; asked only if the caller named one; empty if it cannot
     *     be known cheaply
     */
    public void stopIfUnchanged(Supplier<Optional<Version>> current) {
        if (held.stream().allMatch(tag -> tag.version() == null)) {
            return;
        }
        current.get()
                .flatMap(now -> held.stream()
                        .filter(tag -> now.hash().equals(tag.version()))
                        .findFirst())
                .ifPresent(tag -> {
                    throw new UnchangedException(tag);
                });
    }

    /** The answer is computed from this: from just this, not from what it was a moment before. */
    public void answerIsOf(Version version) {
        this.version = version;
    }

    /** The tag of the answer with these bytes. */
    AnswerTag tag(byte[] answer) {
        return AnswerTag.of(answer, version == null ? null : version.hash());
    }

    /** The caller's own tag for this answer; empty if the caller does not have it. */
    Optional<AnswerTag> held(AnswerTag answer) {
        if (holdsAny) {
            return Optional.of(answer);
        }
        return held.stream()
                .filter(tag -> tag.content().equals(answer.content()))
                .findFirst();
    }
}
