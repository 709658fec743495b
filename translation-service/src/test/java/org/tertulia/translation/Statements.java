package org.tertulia.translation;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.r2dbc.core.DatabaseClient;

/** What the service asks its database. */
final class Statements implements BeanPostProcessor {

    private final List<String> asked = new CopyOnWriteArrayList<>();

    /** Forgets all of before. */
    void clear() {
        asked.clear();
    }

    /** How many there were with this in them. */
    long with(String words) {
        return asked.stream().filter(sql -> sql.contains(words)).count();
    }

    @Override
    public Object postProcessAfterInitialization(Object bean, String name) {
        return bean instanceof DatabaseClient client ? listening(client) : bean;
    }

    private Object listening(DatabaseClient client) {
        return Proxy.newProxyInstance(
                getClass().getClassLoader(),
                new Class<?>[] {DatabaseClient.class},
                (_, method, arguments) -> noted(client, method, arguments));
    }

    private Object noted(DatabaseClient client, Method method, Object[] arguments)
            throws Throwable {
        if (method.getName().equals("sql") && arguments[0] instanceof String sql) {
            asked.add(sql);
        }
        try {
            return method.invoke(client, arguments);
        } catch (InvocationTargetException e) {
            throw e.getCause();
        }
    }
}
