package org.tertulia.sample.faults;

import java.time.Duration;
import java.util.concurrent.TimeoutException;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.ResponseStatus;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.tertulia.starter.id.ChatId;
import org.tertulia.starter.problem.ProblemException;
import org.tertulia.starter.problem.ProblemType;
import org.tertulia.starter.problem.ProblemTypes;
import reactor.core.publisher.Mono;

/** Ends every request with the error that its path names. */
@RestController
@RequestMapping("/api/v1/faults")
final class FaultController {

    @GetMapping("/{kind}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> fail(@PathVariable String kind) {
        return switch (kind) {
            case "domain" -> Mono.error(domainProblem());
            case "limited" -> Mono.error(limited());
            case "unexpected" ->
                    Mono.error(new IllegalStateException("the secret of the database"));
            case "thrown" -> throw new IllegalStateException("the secret of the database");
            case "timeout" -> Mono.error(new TimeoutException("slow"));
            case "status" -> Mono.error(new ResponseStatusException(HttpStatus.GONE));
            case "empty" ->
                    Mono.error(new ProblemException(ProblemTypes.NOT_FOUND, "No such fault."));
            default -> Mono.empty();
        };
    }

    @GetMapping("/boards/{boardId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    Mono<Void> board(@PathVariable ChatId boardId, @RequestParam int depth) {
        return Mono.empty();
    }

    private static ProblemException domainProblem() {
        var type = new ProblemType("kettle-empty", HttpStatus.CONFLICT, "The kettle is empty");
        return new ProblemException(type, "Fill it first.").field("water", "must be hot");
    }

    private static ProblemException limited() {
        return new ProblemException(ProblemTypes.RATE_LIMITED, "Slow down.")
                .retryAfter(Duration.ofMillis(1500));
    }
}
