package io.leadstatus.conditional;

/** The caller has the answer already: it need not be computed. */
final class UnchangedException extends RuntimeException {
    private final transient AnswerTag tag;

    UnchangedException(AnswerTag tag) {
        super("unchanged", null, false, false);
        this.tag = tag;
    }

    AnswerTag tag() {
        return tag;
    }
}
