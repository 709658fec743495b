package org.tertulia.message.receipts;

import org.springframework.stereotype.Service;
import org.tertulia.starter.id.UserId;
import reactor.core.publisher.Mono;

/**
 * Whether people send receipts. It is kept here, where it is obeyed, so that it holds from the moment it is
 * answered. What somebody reads meanwhile is not told; a position has no memory, so when they send receipts
 * again, others see how far they are then.
 */
@Service
final class ReceiptPreferences {

    private final ReceiptRepository repository;

    ReceiptPreferences(ReceiptRepository repository) {
        this.repository = repository;
    }

    Mono<ReceiptPreference> of(UserId person) {
        return repository.sends(person).map(ReceiptPreference::new);
    }

    Mono<ReceiptPreference> set(UserId person, ReceiptPreference preference) {
        return repository.setSends(person, preference.send()).thenReturn(preference);
    }
}
