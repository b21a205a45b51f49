package io.leadstatus.infra;

import java.util.List;

/** Settings that cannot be deployed; the message names each, what is wrong with it, and one that would do. */
class InvalidSettingsException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    InvalidSettingsException(List<String> errors) {
        super(String.join(System.lineSeparator(), errors));
    }
}
