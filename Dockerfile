# Build: docker build -t touchline .
# Serve: docker run -e TOUCHLINE_SECURITY_TOKEN -p 8080:8080 -v touchline-data:/data touchline
# A command: docker run -i touchline convert - - < l3.csv > l1.csv

FROM maven:3.9-eclipse-temurin-25 AS build
WORKDIR /build
COPY . .
RUN mvn --batch-mode -Dmaven.test.skip=true package

FROM eclipse-temurin:25-jre
RUN useradd --system --uid 10001 --no-create-home --shell /usr/sbin/nologin touchline \
    && install --directory --owner=touchline /data

COPY --from=build /build/target/touchline.jar /build/src/main/docker/ready.sh /app/

# A container is called from outside of it, so the service starts only with a token: TOUCHLINE_SECURITY_TOKEN.
ENV SERVER_ADDRESS=0.0.0.0 \
    SERVER_PORT=8080 \
    TOUCHLINE_DATADIR=/data

# A start, and a first answer, teach the AOT cache which classes are needed, and halve the time of every later start. Path of the jar and size of headers
# must be those of the entry point. The token is of this start alone; with one, the classes of logins are learnt too.
RUN cd /tmp; \
    TOUCHLINE_DATADIR=/tmp/training TOUCHLINE_SECURITY_TOKEN=training \
        java -XX:AOTCacheOutput=/app/touchline.aot -XX:+UseCompactObjectHeaders -jar /app/touchline.jar & \
    until bash /app/ready.sh; do kill -0 $! && sleep 1 || exit 1; done; \
    kill $!; wait $!; \
    rm -r /tmp/training && test -s /app/touchline.aot

USER touchline
WORKDIR /data
VOLUME /data
EXPOSE 8080

HEALTHCHECK --interval=10s --timeout=3s --start-period=30s CMD ["bash", "/app/ready.sh"]

ENTRYPOINT ["java", "-XX:AOTCache=/app/touchline.aot", "-XX:+UseCompactObjectHeaders", "-XX:MaxRAMPercentage=75", "-jar", "/app/touchline.jar"]
