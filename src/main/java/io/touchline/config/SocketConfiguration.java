package io.touchline.config;

import io.touchline.web.socket.Sockets;
import java.time.InstantSource;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.SmartLifecycle;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Puts together what serves sockets. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(SocketSettings.class)
class SocketConfiguration {

    @Bean(destroyMethod = "close")
    Sockets sockets(SocketSettings settings, InstantSource clock) {
        return new Sockets(settings.limits(), clock);
    }

    /** Sockets end before anything else does, so that clients are told and messages under way are acknowledged. */
    @Bean
    SmartLifecycle socketsEndFirst(Sockets sockets) {
        return new Farewell(sockets);
    }

    private static final class Farewell implements SmartLifecycle {

        private final Sockets sockets;
        private volatile boolean running;

        Farewell(Sockets sockets) {
            this.sockets = sockets;
        }

        @Override
        public void start() {
            running = true;
        }

        @Override
        public void stop() {
            running = false;
            sockets.close();
        }

        @Override
        public boolean isRunning() {
            return running;
        }

        @Override
        public int getPhase() {
            return DEFAULT_PHASE;
        }
    }
}
