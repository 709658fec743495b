package org.tertulia.gateway.routes;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class OlderLayoutTest {

    @ParameterizedTest
    @CsvSource({
        "/v1/api/auth/register, /api/v1/auth/register",
        "/v1/api/auth/login, /api/v1/auth/login",
        "/v1/api/chats, /api/v1/chats",
        "/v1/api/chats/public, /api/v1/chats/public",
        "/v1/api/chats/private, /api/v1/chats/private",
        "/v1/api/chats/group, /api/v1/chats/group",
        "/v1/api/chats/gruop, /api/v1/chats/group",
        "/v1/api/chats/private/7, /api/v1/chats/7",
        "/v1/api/chats/group/7, /api/v1/chats/7",
        "/v1/api/chats/gruop/7, /api/v1/chats/7",
        "/v1/api/chats/public/7, /api/v1/chats/7",
        "/v1/api/chats/group/7/members/9, /api/v1/chats/7/members/9",
        "/v1/api/chats/gruop/7/messages, /api/v1/chats/7/messages",
        "/v1/api/chats/7/messages, /api/v1/chats/7/messages",
        "/v1/api/chats/gruops, /api/v1/chats/gruops",
        "/v1/api/users/a%20b, /api/v1/users/a%20b",
    })
    void pathsOfTheOlderLayoutShouldBecomeTodays(String older, String today) {
        assertThat(OlderLayout.today(older)).isEqualTo(today);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "/",
                "/v1",
                "/v1/api",
                "/v1/apis/x",
                "/api/v1/chats/group/7",
                "/api/v1/chats/gruop",
                "/chats/v1/api/x"
            })
    void otherPathsShouldStayAsTheyAre(String path) {
        assertThat(OlderLayout.today(path)).isEqualTo(path);
    }
}
