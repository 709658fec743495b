package org.tertulia.load.bench;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Instant;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HexFormat;
import java.util.Map;
import java.util.SortedMap;
import java.util.stream.Collectors;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * Signs requests to an S3 store (AWS signature version 4, by headers).
 *
 * @param accessKey who asks
 * @param secretKey what is signed with
 * @param region of the store
 */
record StoreSignature(String accessKey, String secretKey, String region) {
    /** The digest of a body that is not signed itself; over a loopback address nobody can change it. */
    static final String UNSIGNED = "UNSIGNED-PAYLOAD";

    private static final String ALGORITHM = "AWS4-HMAC-SHA256";
    private static final String SIGNED_HEADERS = "host;x-amz-content-sha256;x-amz-date";
    private static final DateTimeFormatter TIME =
            DateTimeFormatter.ofPattern("yyyyMMdd'T'HHmmss'Z'").withZone(ZoneOffset.UTC);

    /**
     * A request to be signed.
     *
     * @param method the method
     * @param host host and port, as in the header
     * @param path the path, encoded
     * @param query the parameters, not encoded
     * @param payload the SHA-256 of the body in hexadecimal, or {@link #UNSIGNED}
     */
    record Signed(
            String method,
            String host,
            String path,
            SortedMap<String, String> query,
            String payload) {

        /** The query as it is sent and signed. */
        String queryText() {
            return query.entrySet().stream()
                    .map(it -> encoded(it.getKey()) + "=" + encoded(it.getValue()))
                    .collect(Collectors.joining("&"));
        }

        private String canonical(String time) {
            return String.join(
                    "\n",
                    method,
                    path,
                    queryText(),
                    "host:" + host,
                    "x-amz-content-sha256:" + payload,
                    "x-amz-date:" + time,
                    "",
                    SIGNED_HEADERS,
                    payload);
        }
    }

    /** The headers that say who asks. */
    Map<String, String> headers(Signed request, Instant now) {
        var time = TIME.format(now);
        var scope = "%s/%s/s3/aws4_request".formatted(time.substring(0, 8), region);
        var text = String.join("\n", ALGORITHM, time, scope, sha256(request.canonical(time)));
        var authorization =
                "%s Credential=%s/%s, SignedHeaders=%s, Signature=%s"
                        .formatted(ALGORITHM, accessKey, scope, SIGNED_HEADERS, sign(scope, text));
        return Map.of(
                "x-amz-date", time,
                "x-amz-content-sha256", request.payload(),
                "Authorization", authorization);
    }

    private String sign(String scope, String text) {
        var key = ("AWS4" + secretKey).getBytes(StandardCharsets.UTF_8);
        for (var part : scope.split("/")) {
            key = hmac(key, part);
        }
        return HexFormat.of().formatHex(hmac(key, text));
    }

    private static byte[] hmac(byte[] key, String text) {
        try {
            var mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(key, "HmacSHA256"));
            return mac.doFinal(text.getBytes(StandardCharsets.UTF_8));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String sha256(String text) {
        try {
            var digest = MessageDigest.getInstance("SHA-256");
            return HexFormat.of().formatHex(digest.digest(text.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Percent-encoded as RFC 3986 has it, which is what is signed. */
    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8)
                .replace("+", "%20")
                .replace("*", "%2A")
                .replace("%7E", "~");
    }
}
