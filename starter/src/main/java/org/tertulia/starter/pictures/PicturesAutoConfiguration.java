package org.tertulia.starter.pictures;

import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnBean;
import org.springframework.context.annotation.Bean;
import org.tertulia.starter.web.ServiceClients;
import org.tertulia.starter.web.WebAutoConfiguration;

/** For services whose people choose pictures. */
@AutoConfiguration(after = WebAutoConfiguration.class)
@ConditionalOnBean(ServiceClients.class)
public class PicturesAutoConfiguration {

    @Bean
    OwnPictures ownPictures(ServiceClients clients) {
        return new OwnPictures(clients);
    }
}
