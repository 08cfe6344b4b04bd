package io.touchline.config;

/** Settings with which the service would be open to strangers, or to nobody. */
final class UnsafeSettingException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String remedy;

    UnsafeSettingException(String message, String remedy) {
        super(message);
        this.remedy = remedy;
    }

    String remedy() {
        return remedy;
    }
}
