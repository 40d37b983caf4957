# The shop in one image: the binary, a shop.example.toml to begin with, the roots of trust for TLS, and nothing to log in as.
# Runs as an ordinary user, writes nowhere, asks itself whether it is well.

FROM rust:1.95-bookworm AS build
WORKDIR /src
ENV SQLX_OFFLINE=true

# What the shop depends on changes rarely: this layer is built once and kept.
COPY Cargo.toml Cargo.lock ./
RUN mkdir -p src benches/shop \
 && echo 'fn main() {}' | tee src/main.rs > benches/shop/main.rs \
 && touch src/lib.rs \
 && cargo build --release --locked \
 && rm -rf src

COPY .sqlx .sqlx
COPY locales locales
COPY migrations migrations
COPY static static
COPY templates templates
COPY shop.example.toml shop.example.toml
COPY src src
# Cargo goes by the files' age, and what was built above is younger than what was just copied.
RUN touch src/main.rs src/lib.rs \
 && cargo build --release --locked --bin esim-storefront

FROM debian:bookworm-slim
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
