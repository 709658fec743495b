package org.tertulia.local.part;

import java.util.HashMap;
import java.util.Map;
import org.tertulia.local.home.Secrets;
import org.tertulia.s3.S3Settings;

/** The environment variables that connect the services of one suite with each other. */
final class ServiceSettings {
    private static final String ORIGINS = "TERTULIA_ALLOWED_ORIGINS";
    private static final String TRANSLATION_BOT = "traductor";

    private final Ports ports;
    private final Secrets secrets;

    ServiceSettings(Ports ports, Secrets secrets) {
        this.ports = ports;
        this.secrets = secrets;
    }

    /** What a service gets beside its own port. */
    Map<String, String> of(ServiceSpec spec) {
        var gateway = ports.of("gateway");
        var settings = new HashMap<String, String>();
        settings.put("TERTULIA_BIND_ADDRESS", "127.0.0.1");
        settings.put("TERTULIA_ISSUER", "http://127.0.0.1:" + gateway);
        settings.put(ORIGINS, origins(gateway));
        settings.put(
                "TERTULIA_EUREKA", "http://127.0.0.1:%d/eureka/".formatted(ports.of("discovery")));
        settings.put("TERTULIA_KAFKA", "127.0.0.1:" + ports.foundAt(KafkaPart.NAME));
        // Few threads allocate at once on a small machine; more arenas only cost memory.
        settings.put("MALLOC_ARENA_MAX", "2");
        if (spec.database() != null) {
            settings.putAll(database(spec.database()));
        }
        if (spec.storing()) {
            settings.putAll(store());
        }
        if (spec.name().equals("auth-service")) {
            settings.put("TERTULIA_KEY_ENCRYPTION_KEY", secrets.keyEncryptionKey());
        }
        if (spec.name().equals("notification-service")) {
            settings.put("TERTULIA_PUBLIC_URL", "http://localhost:" + gateway);
            settings.putAll(mailServer());
        }
        if (spec.name().equals("media-service")) {
            settings.put("TERTULIA_MEDIA_ADDRESS_KEY", secrets.mediaAddressKey());
        }
        if (spec.name().equals("translation-service")) {
            settings.putAll(translationBot());
        }
        if (spec.name().equals("notification-service")) {
            settings.put("TERTULIA_PUSH_KEY_ENCRYPTION_KEY", secrets.pushKeyEncryptionKey());
        }
        return settings;
    }

    private Map<String, String> database(String name) {
        return Map.of(
                "TERTULIA_POSTGRES_HOST",
                "127.0.0.1",
                "TERTULIA_POSTGRES_PORT",
                "" + ports.foundAt(PostgresPart.NAME),
                "TERTULIA_POSTGRES_USER",
                name,
                "TERTULIA_POSTGRES_PASSWORD",
                secrets.databasePassword(name));
    }

    private Map<String, String> store() {
        return Map.of(
                "TERTULIA_S3_ENDPOINT",
                "http://127.0.0.1:" + ports.foundAt(S3Part.NAME),
                "TERTULIA_S3_REGION",
                S3Settings.REGION,
                "TERTULIA_S3_BUCKET",
                S3Part.BUCKET,
                "TERTULIA_S3_ACCESS_KEY",
                secrets.storeAccessKey(),
                "TERTULIA_S3_SECRET_KEY",
                secrets.storeSecretKey());
    }

    /** The bot makes its account itself, when the service starts for the first time. */
    private Map<String, String> translationBot() {
        return Map.of(
                "TERTULIA_TRANSLATION_BOT_HANDLE",
                TRANSLATION_BOT,
                "TERTULIA_TRANSLATION_BOT_PASSWORD",
                secrets.translationBotPassword());
    }

    /** Mails are caught here, unless the person has named a mail server: then the service inherits what they say of it. */
    private Map<String, String> mailServer() {
        return System.getenv("TERTULIA_SMTP_HOST") != null
                ? Map.of()
                : Map.of(
                        "TERTULIA_SMTP_HOST",
                        "127.0.0.1",
                        "TERTULIA_SMTP_PORT",
                        "" + ports.foundAt(MailPart.SMTP),
                        "TERTULIA_SMTP_STARTTLS",
                        "false");
    }

    /** Pages served from elsewhere, such as a reverse proxy, are allowed by the person's own list. */
    private static String origins(int gateway) {
        var set = System.getenv(ORIGINS);
        return set != null ? set : "http://localhost:%1$d,http://127.0.0.1:%1$d".formatted(gateway);
    }
}
