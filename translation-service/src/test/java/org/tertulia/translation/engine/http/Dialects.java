package org.tertulia.translation.engine.http;

import java.io.IOException;
import java.io.StringReader;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.springframework.web.util.HtmlUtils;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;
import tools.jackson.databind.JsonNode;

/** How the servers speak, by their own documentation. */
final class Dialects {

    /** LibreTranslate resolves entities in what it answers, marks or not. */
    static final FakeServer.Dialect LIBRE_TRANSLATE =
            new FakeServer.Dialect() {
                @Override
                public Map<String, String> documents() {
                    return Map.of(
                            "/languages",
                            """
                            [{"code":"en","name":"English","targets":["de","en","es","pt-BR","zh-Hans","x-!"]},
                             {"code":"es","name":"Spanish","targets":["en","es"]},
                             {"code":"pt-BR","name":"Portuguese (Brazil)","targets":["en"]}]""");
                }

                @Override
                public String path() {
                    return "/translate";
                }

                @Override
                public String text(JsonNode question) {
                    return question.get("q").asString();
                }

                @Override
                public String complaint(JsonNode question) {
                    return FakeServer.KEY.equals(question.path("api_key").asString())
                                    && "html".equals(question.get("format").asString())
                            ? ""
                            : "{\"error\":\"Invalid request\"}";
                }

                @Override
                public Object answer(JsonNode question, String translation) {
                    return Map.of("translatedText", HtmlUtils.htmlUnescape(translation));
                }
            };

    /** DeepL parses strictly, and answers XML. */
    static final FakeServer.Dialect DEEPL =
            new FakeServer.Dialect() {
                @Override
                public Map<String, String> documents() {
                    return Map.of(
                            "/v2/languages?type=source",
                            """
                            [{"language":"EN","name":"English"},{"language":"ES","name":"Spanish"},
                             {"language":"DE","name":"German"}]""",
                            "/v2/languages?type=target",
                            """
                            [{"language":"DE","name":"German","supports_formality":true},
                             {"language":"EN-GB","name":"English (British)","supports_formality":false},
                             {"language":"EN-US","name":"English (American)","supports_formality":false},
                             {"language":"ES","name":"Spanish","supports_formality":true},
                             {"language":"ES-419","name":"Spanish (Latin American)","supports_formality":true}]""");
                }

                @Override
                public String path() {
                    return "/v2/translate";
                }

                @Override
                public String text(JsonNode question) {
                    return question.get("text").get(0).asString();
                }

                @Override
                public String complaint(JsonNode question) {
                    return "xml".equals(question.get("tag_handling").asString())
                                    && "x".equals(question.get("ignore_tags").get(0).asString())
                                    && isXml(text(question))
                            ? ""
                            : "{\"message\":\"Tag handling parsing failed, please check input.\"}";
                }

                @Override
                public Object answer(JsonNode question, String translation) {
                    return Map.of(
                            "translations",
                            List.of(
                                    Map.of(
                                            "detected_source_language",
                                            question.get("source_lang").asString(),
                                            "text",
                                            translation)));
                }
            };

    /** A model that does as it is told. */
    static final FakeServer.Dialect OPEN_AI =
            new FakeServer.Dialect() {
                @Override
                public Map<String, String> documents() {
                    return Map.of();
                }

                @Override
                public String path() {
                    return "/v1/chat/completions";
                }

                @Override
                public String text(JsonNode question) {
                    var said = question.get("messages").get(1).get("content").asString();
                    return FakeServer.JSON.readTree(said).get("text").asString();
                }

                @Override
                public String complaint(JsonNode question) {
                    var format = question.path("response_format").path("type").asString();
                    var task = question.get("messages").get(0).get("content").asString();
                    return "json_object".equals(format) && task.contains("JSON")
                            ? ""
                            : "{\"error\":{\"type\":\"invalid_request_error\"}}";
                }

                @Override
                public Object answer(JsonNode question, String translation) {
                    return said(
                            FakeServer.JSON.writeValueAsString(Map.of("translation", translation)),
                            "stop");
                }
            };

    private Dialects() {}

    /** A completion with this content. */
    static Object said(String content, String reason) {
        return Map.of(
                "id",
                "chatcmpl-1",
                "object",
                "chat.completion",
                "choices",
                List.of(
                        Map.of(
                                "index",
                                0,
                                "finish_reason",
                                reason,
                                "message",
                                Map.of("role", "assistant", "content", content))));
    }

    private static boolean isXml(String text) {
        try {
            var parser = DocumentBuilderFactory.newInstance().newDocumentBuilder();
            parser.setErrorHandler(new DefaultHandler());
            parser.parse(new InputSource(new StringReader("<r>" + text + "</r>")));
            return true;
        } catch (SAXException e) {
            return false;
        } catch (ParserConfigurationException | IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
