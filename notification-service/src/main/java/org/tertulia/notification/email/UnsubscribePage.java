package org.tertulia.notification.email;

import org.tertulia.notification.language.Language;
import org.tertulia.notification.letters.Markup;

/** The pages that end digests; they need no script, and load nothing. */
final class UnsubscribePage {

    private static final String PAGE =
            """
            <!doctype html>
            <html lang="%s">
            <head>
            <meta charset="utf-8">
            <meta name="viewport" content="width=device-width">
            <meta name="robots" content="noindex">
            <title>Tertulia</title>
            <style>
            body { margin: 15vh auto; max-width: 30em; padding: 0 1em; font-family: system-ui, sans-serif; line-height: 1.5 }
            button { font: inherit; padding: .6em 1.2em; cursor: pointer }
            </style>
            </head>
            <body>
            <main>
            %s</main>
            </body>
            </html>
            """;

    private static final String FORM =
            """
            <h1>%s</h1>
            <p>%s</p>
            <form method="post" action="?token=%s">
            <input type="hidden" name="List-Unsubscribe" value="One-Click">
            <button>%s</button>
            </form>
            """;

    private UnsubscribePage() {}

    /** Asks whether that is meant. */
    static String asking(Language language, String token) {
        var body =
                switch (language) {
                    case SPANISH ->
                            form(
                                    token,
                                    "¿No recibir más resúmenes?",
                                    "Dejarán de llegar a esta dirección. Tus avisos siguen en Tertulia.",
                                    "No recibir más");
                    case ENGLISH ->
                            form(
                                    token,
                                    "Get no more digests?",
                                    "They will no longer come to this address. Your notifications stay at Tertulia.",
                                    "Unsubscribe");
                };
        return PAGE.formatted(language.text(), body);
    }

    private static String form(String token, String title, String text, String button) {
        return FORM.formatted(title, text, Markup.escape(token), button);
    }

    /** Says that it is done. */
    static String done(Language language) {
        var body =
                switch (language) {
                    case SPANISH ->
                            "<h1>Hecho</h1>\n<p>No llegarán más resúmenes. En los ajustes de Tertulia puedes volver a pedirlos.</p>\n";
                    case ENGLISH ->
                            "<h1>Done</h1>\n<p>No more digests will come. In the settings of Tertulia you can ask for them again.</p>\n";
                };
        return PAGE.formatted(language.text(), body);
    }

    /** Says in both languages that the link is none; whose it was is not known. */
    static String unknown() {
        return PAGE.formatted(
                "en",
                """
                <h1>This link is no longer good</h1>
                <p>In the settings of Tertulia you can end the digests.</p>
                <div lang="es">
                <h1>Este enlace ya no vale</h1>
                <p>En los ajustes de Tertulia puedes desactivar los resúmenes.</p>
                </div>
                """);
    }
}
