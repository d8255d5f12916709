# Every image of the suite. One for each service:
#   docker build --build-arg SERVICE=booking-service --tag nanospace/booking-service:1.0.0 .
# and the operator's tools, which make keys and topics:
#   docker build --target toolbox --tag nanospace/toolbox:1.0.0 .
# How it works: docs/operations/compose.md; why: docs/adr/0013-one-dockerfile.md.
ARG JDK=eclipse-temurin:25-jdk
ARG JRE=eclipse-temurin:25-jre

FROM ${JDK} AS build
RUN groupadd --gid 10001 nanospace && useradd --uid 10001 --gid 10001 --create-home nanospace \
  && install -d -o nanospace -g nanospace /build
USER nanospace
WORKDIR /build
COPY --chown=nanospace:nanospace mvnw pom.xml ./
COPY --chown=nanospace:nanospace .mvn .mvn
# Maven asks for every module's pom, also of those that no image needs.
COPY --chown=nanospace:nanospace system-tests/pom.xml system-tests/
COPY --chown=nanospace:nanospace k8s/pom.xml k8s/
COPY --chown=nanospace:nanospace contracts contracts
COPY --chown=nanospace:nanospace token-kit token-kit
COPY --chown=nanospace:nanospace service-kit service-kit
COPY --chown=nanospace:nanospace service-test-kit service-test-kit
COPY --chown=nanospace:nanospace identity-service identity-service
COPY --chown=nanospace:nanospace property-service property-service
COPY --chown=nanospace:nanospace booking-service booking-service
COPY --chown=nanospace:nanospace notification-service notification-service
COPY --chown=nanospace:nanospace gateway gateway
COPY --chown=nanospace:nanospace local-stack local-stack
RUN --mount=type=cache,target=/home/nanospace/.m2,uid=10001,gid=10001 \
  ./mvnw --batch-mode --no-transfer-progress package -Psbom -DskipTests -Dspotless.check.skip=true --also-make \
    --projects identity-service,property-service,booking-service,notification-service,gateway,local-stack
# The time of every file, in seconds since 1970: equal sources make equal files, and caches stay valid.
ARG SOURCE_DATE_EPOCH=1795305600
COPY containers/lay-out ./
RUN ./lay-out /build/image

FROM ${JRE} AS base
RUN groupadd --gid 10001 nanospace \
  && useradd --uid 10001 --gid 10001 --no-create-home --home-dir /tmp --shell /usr/sbin/nologin nanospace

# The whole suite runs once, on the very runtime and paths of the images, and leaves its class caches.
FROM base AS training
RUN install -d -o nanospace -g nanospace /opt/nanospace /opt/nanospace/.nanospace
COPY --from=build /build/image/libraries /opt/nanospace
COPY --from=build /build/image/applications /opt/nanospace
COPY containers/train /opt/nanospace/
USER nanospace
RUN /opt/nanospace/train /opt/nanospace/.nanospace/caches

FROM base AS toolbox
# Named volumes take over owner and mode of the folders they are mounted on.
RUN install -d -o nanospace -g nanospace -m 0700 /run/nanospace/keys /run/nanospace/keys/signing
COPY --from=build /build/image/libraries/local-stack /opt/nanospace/local-stack
COPY --from=build /build/image/applications/local-stack /opt/nanospace/local-stack
COPY containers/toolbox /opt/nanospace/
USER 10001:10001
ENTRYPOINT ["/opt/nanospace/toolbox"]
ARG VERSION=1.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Nano Space toolbox" \
  org.opencontainers.image.description="Makes the keys and topics of a deployment" \
  org.opencontainers.image.vendor="Nano Space" \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}"

FROM base AS service
ARG SERVICE
RUN [ -n "${SERVICE}" ] || { echo "Which service? --build-arg SERVICE=gateway" >&2; exit 1; }
RUN install -d -o nanospace -g nanospace -m 0750 /var/lib/nanospace/images
COPY --from=build /build/image/libraries/${SERVICE} /opt/nanospace/${SERVICE}
COPY --from=build /build/image/applications/${SERVICE} /opt/nanospace/${SERVICE}
COPY --from=training /opt/nanospace/.nanospace/caches/${SERVICE} /opt/nanospace/${SERVICE}
COPY containers/run containers/healthy /opt/nanospace/
ENV NANOSPACE_MODULE=${SERVICE} \
  QUARKUS_HTTP_HOST=0.0.0.0 QUARKUS_HTTP_PORT=8080 \
  QUARKUS_MANAGEMENT_HOST=0.0.0.0 QUARKUS_MANAGEMENT_PORT=9000
USER 10001:10001
WORKDIR /tmp
EXPOSE 8080 9000
HEALTHCHECK --interval=5s --timeout=5s --start-period=90s --retries=4 CMD ["/opt/nanospace/healthy"]
ENTRYPOINT ["/opt/nanospace/run"]
ARG VERSION=1.0.0
ARG REVISION=unknown
LABEL org.opencontainers.image.title="Nano Space ${SERVICE}" \
  org.opencontainers.image.description="Rental platform for flexible space: ${SERVICE}" \
  org.opencontainers.image.vendor="Nano Space" \
  org.opencontainers.image.licenses="MIT" \
  org.opencontainers.image.version="${VERSION}" \
  org.opencontainers.image.revision="${REVISION}"
