package io.touchline.cli;

/** Arguments that each can be read and yet make no sense. */
final class UsageException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    UsageException(String message) {
        super(message);
    }
}
