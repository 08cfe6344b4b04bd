#!/bin/bash
# Whether the service in this container is ready, which needs no token. Bash opens the connection itself: it is part of the base system, where curl and
# wget need not be, and a JRE runs no Java source.
exec 3<>/dev/tcp/127.0.0.1/"$SERVER_PORT" || exit 1
printf 'GET /actuator/health/readiness HTTP/1.1\r\nHost: localhost\r\nConnection: close\r\n\r\n' >&3
read -r status <&3
[[ $status == *' 200'* ]]
