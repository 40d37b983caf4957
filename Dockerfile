# The shop in one image: the binary, a shop.example.toml to begin with, the roots of trust for TLS, and nothing to log in as.
# Runs as an ordinary user, writes nowhere, asks itself whether it is well. Targets: `shop` (the last, so the one without --target),
# `demo` (the shop against its sandbox, with a PostgreSQL in it), `backup` (dumps, seals and hands on), `binary` and `binary-demo` (the plain
# binaries, for `--output`). Only the demo's binary has the pretend partners in it.
# A release names the bases by digest (deploy/bases.lock) and the time of its commit (SOURCE_DATE_EPOCH): the same bytes come out twice.
# The list of parts (SBOM) is to name the crates of Cargo.lock, too.
ARG BUILDKIT_SBOM_SCAN_CONTEXT=true
ARG RUST_BASE=rust:1.95-bookworm
ARG DEBIAN_BASE=debian:bookworm-slim
# As in docker-compose.yml: a dump is made by the version that runs.
ARG POSTGRES_BASE=postgres:18

FROM ${RUST_BASE} AS source
WORKDIR /src
ENV SQLX_OFFLINE=true \
    CARGO_INCREMENTAL=0 \
    CARGO_PROFILE_RELEASE_STRIP=symbols \
    CFLAGS="-ffile-prefix-map=/src=shop -ffile-prefix-map=/usr/local/cargo=cargo" \
    RUSTFLAGS="--remap-path-prefix=/src=shop --remap-path-prefix=/usr/local/cargo=cargo --remap-path-prefix=/usr/local/rustup=rustup"

# What the shop depends on changes rarely: this layer is built once and kept.
COPY Cargo.toml Cargo.lock ./
COPY crates/domain/Cargo.toml crates/domain/
COPY crates/private-postgres/Cargo.toml crates/private-postgres/
COPY crates/sandbox/Cargo.toml crates/sandbox/
RUN mkdir -p src benches/shop crates/domain/src crates/private-postgres/src crates/sandbox/src \
 && echo 'fn main() {}' | tee src/main.rs > benches/shop/main.rs \
 && touch src/lib.rs crates/domain/src/lib.rs crates/private-postgres/src/lib.rs crates/sandbox/src/lib.rs \
 && cargo build --release --locked --package esim-storefront --no-default-features \
 && rm -rf src crates

COPY .sqlx .sqlx
COPY locales locales
COPY migrations migrations
COPY static static
COPY templates templates
COPY shop.example.toml shop.example.toml
COPY crates crates
COPY src src
# The files under static/ carry their age into the binary: this is the age of all of them.
ARG SOURCE_DATE_EPOCH
# Cargo goes by the files' age, and what was built above is younger than what was just copied.
RUN touch src/main.rs src/lib.rs crates/*/src/lib.rs

FROM source AS build
RUN cargo build --release --locked --package esim-storefront --no-default-features

FROM source AS build-demo
RUN cargo build --release --locked --package esim-storefront

# Laid out as in `build`, so that an image can be made from a binary that is there: --build-context build=FOLDER
FROM scratch AS binary
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /src/target/release/esim-storefront /src/target/release/esim-storefront

# The same for `build-demo`.
FROM scratch AS binary-demo
COPY --from=build-demo /src/target/release/esim-storefront /src/target/release/esim-storefront

FROM ${DEBIAN_BASE} AS demo
LABEL org.opencontainers.image.title="esim-storefront-demo" \
      org.opencontainers.image.description="The shop against a pretend supplier, a pretend Stripe and a mailbox, to look at" \
      org.opencontainers.image.licenses="MIT OR Apache-2.0"
RUN apt-get update -q \
 && apt-get install -y -q --no-install-recommends postgresql socat \
 && rm -rf /var/lib/apt/lists/* /var/log/* /var/cache/* \
 && useradd --uid 10001 --home-dir /srv/shop --create-home shop
COPY --from=build-demo /src/target/release/esim-storefront /usr/local/bin/esim-storefront
COPY deploy/demo/start /usr/local/bin/start-demo
WORKDIR /srv/shop
COPY shop.example.toml shop.example.toml
USER 10001:10001
EXPOSE 8080-8084
STOPSIGNAL SIGTERM
ENTRYPOINT ["/usr/local/bin/start-demo"]

FROM ${POSTGRES_BASE} AS backup
LABEL org.opencontainers.image.title="esim-storefront-backup" \
      org.opencontainers.image.description="Dumps the shop's database each day, sealed, and hands it on to another machine" \
      org.opencontainers.image.licenses="MIT OR Apache-2.0"
RUN apt-get update -q \
 && apt-get install -y -q --no-install-recommends age ca-certificates curl rclone \
 && rm -rf /var/lib/apt/lists/* /var/log/* /var/cache/*
COPY deploy/backup/backup /usr/local/bin/backup
HEALTHCHECK --interval=5m --timeout=10s --start-period=10m --retries=1 CMD ["/usr/local/bin/backup", "healthy"]
ENTRYPOINT ["/usr/local/bin/backup"]
CMD ["daily"]

FROM ${DEBIAN_BASE} AS shop
LABEL org.opencontainers.image.title="esim-storefront" \
      org.opencontainers.image.description="A shop that anyone can self-host to sell travel eSIMs under their own name" \
      org.opencontainers.image.licenses="MIT OR Apache-2.0"
COPY --from=build /etc/ssl/certs/ca-certificates.crt /etc/ssl/certs/ca-certificates.crt
COPY --from=build /src/target/release/esim-storefront /usr/local/bin/esim-storefront
WORKDIR /srv/shop
COPY shop.example.toml shop.example.toml
# A number, so that Kubernetes can see that it is not root.
USER 10001:10001
ENV LISTEN_ADDR=0.0.0.0:8080
EXPOSE 8080
STOPSIGNAL SIGTERM
HEALTHCHECK --interval=10s --timeout=6s --start-period=90s --retries=3 CMD ["/usr/local/bin/esim-storefront", "healthcheck"]
ENTRYPOINT ["/usr/local/bin/esim-storefront"]
CMD ["serve"]
