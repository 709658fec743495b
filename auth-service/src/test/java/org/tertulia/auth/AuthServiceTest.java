package org.tertulia.auth;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.context.annotation.Import;
import org.tertulia.test.ServiceTest;

/** Boots the auth service; all test classes with it share one, so none may count on being alone. */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@ServiceTest(
        properties = {
            "tertulia.auth.keys.encryption-key=MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=",
            "tertulia.security.allowed-origins=https://chat.example.org"
        })
@Import(AuthClient.class)
public @interface AuthServiceTest {}
