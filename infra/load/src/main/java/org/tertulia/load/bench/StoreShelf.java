package org.tertulia.load.bench;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublisher;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandler;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Executors;
import java.util.regex.Pattern;
import org.tertulia.load.bench.StoreSignature.Signed;
import org.tertulia.load.client.Download;
import org.tertulia.load.home.SuiteHome;

/**
 * The store of the suite, asked directly: what the suite's files are compared with. A file is put there in parts of the
 * size of a piece, which is how media-service does it.
 */
final class StoreShelf implements Shelf {
    private static final String STORE = "s3";
    private static final String BUCKET = "tertulia-media";
    private static final String REGION = "us-east-1";
    private static final String UPLOAD_ID = "uploadId";
    private static final Pattern UPLOAD = Pattern.compile("<UploadId>([^<]+)</UploadId>");

    private final HttpClient http =
            HttpClient.newBuilder()
                    .version(HttpClient.Version.HTTP_1_1)
                    .executor(Executors.newVirtualThreadPerTaskExecutor())
                    .build();
    private final String host;
    private final StoreSignature signature;

    /** The store that a suite on this machine has. */
    StoreShelf(SuiteHome home) {
        this.host = "127.0.0.1:" + home.port(STORE);
        this.signature = new StoreSignature(home.storeAccessKey(), home.storeSecretKey(), REGION);
    }

    @Override
    public String put(int lane, MediaPlan plan, byte[] piece) {
        var key = "bench/" + UUID.randomUUID();
        var begun = call("POST", key, Map.of("uploads", ""), BodyPublishers.noBody()).body();
        var found = UPLOAD.matcher(begun);
        if (!found.find()) {
            throw new BenchFailure("The store began no upload: " + begun);
        }
        var upload = found.group(1);
        var parts = new StringBuilder("<CompleteMultipartUpload>");
        var number = 0;
        for (var at = 0L; at < plan.fileBytes(); at += piece.length) {
            var length = (int) Math.min(piece.length, plan.fileBytes() - at);
            parts.append(part(key, upload, ++number, piece, length));
        }
        var all = parts.append("</CompleteMultipartUpload>").toString();
        call("POST", key, Map.of(UPLOAD_ID, upload), BodyPublishers.ofString(all));
        return key;
    }

    private String part(String key, String upload, int number, byte[] piece, int length) {
        var query = Map.of("partNumber", "" + number, UPLOAD_ID, upload);
        var answer = call("PUT", key, query, BodyPublishers.ofByteArray(piece, 0, length));
        var tag = answer.headers().firstValue("etag").orElseThrow();
        return "<Part><PartNumber>%d</PartNumber><ETag>%s</ETag></Part>".formatted(number, tag);
    }

    @Override
    public long get(int lane, String key) {
        var request = request("GET", key, Map.of(), BodyPublishers.noBody());
        var response = send(request, BodyHandlers.ofInputStream());
        try (var file = new Download(response.statusCode(), response.headers(), response.body())) {
            if (file.status() != 200) {
                throw new BenchFailure("The store answers with " + file.status());
            }
            return file.drain();
        }
    }

    @Override
    public void remove(int lane, String key) {
        call("DELETE", key, Map.of(), BodyPublishers.noBody());
    }

    private HttpResponse<String> call(
            String method, String key, Map<String, String> query, BodyPublisher body) {
        var response = send(request(method, key, query, body), BodyHandlers.ofString());
        if (response.statusCode() / 100 != 2) {
            throw new BenchFailure(
                    "The store refused: %d %s".formatted(response.statusCode(), response.body()));
        }
        return response;
    }

    private HttpRequest request(
            String method, String key, Map<String, String> query, BodyPublisher body) {
        var path = "/" + BUCKET + "/" + key;
        var signed = new Signed(method, host, path, new TreeMap<>(query), StoreSignature.UNSIGNED);
        var text = signed.queryText();
        var uri = URI.create("http://" + host + path + (text.isEmpty() ? "" : "?" + text));
        var request = HttpRequest.newBuilder(uri).method(method, body);
        signature.headers(signed, Instant.now()).forEach(request::header);
        return request.build();
    }

    private <T> HttpResponse<T> send(HttpRequest request, BodyHandler<T> body) {
        try {
            return http.send(request, body);
        } catch (IOException e) {
            throw new BenchFailure("The store does not answer: " + e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("Interrupted");
        }
    }
}
