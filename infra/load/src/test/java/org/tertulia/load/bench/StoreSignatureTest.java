package org.tertulia.load.bench;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.tertulia.load.bench.StoreSignature.Signed;

class StoreSignatureTest {
    private static final Instant DAY = Instant.parse("2013-05-24T00:00:00Z");

    /** The SHA-256 of nothing. */
    private static final String NOTHING =
            "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855";

    /** The examples of the Amazon S3 API Reference, "Signature Calculations for the Authorization Header". */
    private static final StoreSignature EXAMPLE =
            new StoreSignature(
                    "AKIAIOSFODNN7EXAMPLE",
                    "wJalrXUtnFEMI/K7MDENG/bPxRfiCYEXAMPLEKEY",
                    "us-east-1");

    @ParameterizedTest
    @CsvSource({
        "lifecycle=, fea454ca298b7da1c68078a5d1bdbfbbe0d65c699e0f91ac7a200a0136783543",
        "max-keys=2 prefix=J, 34b48302e7b5fa45bde8084f4b7868a86f0a534bc59db6670ed5711ef69dc6f7"
    })
    void theExamplesShouldComeOutAsDocumented(String parameters, String signature) {
        var query = new TreeMap<String, String>();
        for (var parameter : parameters.split(" ")) {
            var parts = parameter.split("=", 2);
            query.put(parts[0], parts[1]);
        }
        var request = new Signed("GET", "examplebucket.s3.amazonaws.com", "/", query, NOTHING);

        assertThat(EXAMPLE.headers(request, DAY))
                .containsEntry("x-amz-date", "20130524T000000Z")
                .containsEntry("x-amz-content-sha256", NOTHING)
                .containsEntry(
                        "Authorization",
                        "AWS4-HMAC-SHA256 Credential="
                                + "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request,"
                                + " SignedHeaders=host;x-amz-content-sha256;x-amz-date,"
                                + " Signature="
                                + signature);
    }

    @Test
    void parametersShouldBeSortedAndPercentEncoded() {
        var query = new TreeMap<>(Map.of("uploadId", "a b+c/d*~", "partNumber", "1"));
        var request = new Signed("PUT", "127.0.0.1:9194", "/b/k", query, StoreSignature.UNSIGNED);

        assertThat(request.queryText()).isEqualTo("partNumber=1&uploadId=a%20b%2Bc%2Fd%2A~");
    }
}
