# What a person, a machine that checks, and a packager run. `make` alone lists the targets.

# The queries are checked against .sqlx (see `make queries`), never against whatever DATABASE_URL happens to name.
export SQLX_OFFLINE = true
unexport DATABASE_URL

SHOP := $(or $(CARGO_TARGET_DIR),target)/debug/esim-storefront

help: ## this list
	@awk -F ':.*## ' '/^[a-z-]+:.*## / { printf "  make %-14s %s\n", $$1, $$2 }' $(MAKEFILE_LIST)

# Everything but the demo builds the tests' dependencies along: with and without them Cargo would build most crates twice.
WITH_TESTS := --locked --workspace --bins --tests

demo: tools ## the whole shop against a sandbox, on http://127.0.0.1:8080 (elsewhere: make demo LISTEN=127.0.0.1:9000)
	cargo build --locked --bins
	@exec $(SHOP) demo --listen $(or $(LISTEN),127.0.0.1:8080)

test: tools ## every Rust test, against a PostgreSQL of its own
	cargo build $(WITH_TESTS)
	$(SHOP) with-postgres -- cargo test --locked --workspace

simulate: tools ## more seeds of the simulation than `make test` runs: make simulate SEEDS=1000 FROM=201
	cargo build $(WITH_TESTS)
	SIM_SEEDS=$(or $(SEEDS),1000) SIM_FROM=$(or $(FROM),201) $(SHOP) with-postgres -- \
		cargo test --locked --test simulation -- --nocapture whatever_happens

check: tools ## what CI runs before the browser journeys
	cargo fmt --all --check
	cargo build $(WITH_TESTS)
	cargo check --locked --workspace --bins --no-default-features
	scripts/queries --check
	scripts/rules
	cargo doc --locked --workspace --no-deps --document-private-items
	@$(MAKE) --no-print-directory test

mutants: tools ## plants bugs in the database's rules, one after another: each must turn a test red (in the source: scripts/mutants source)
	cargo build $(WITH_TESTS)
	scripts/mutants sql

fuzz: tools ## what strangers and partners write, changed at random, five readers one after the other: make fuzz FUZZ_SECONDS=20
	FUZZ_SECONDS=$(or $(FUZZ_SECONDS),120) cargo test --locked --test fuzz -- --nocapture --test-threads=1

storm: tools ## three processes killed and frozen, the database stopped and failed over, under load: make storm FOR=180 (seconds)
	cargo build $(WITH_TESTS)
	STORM_SECONDS=$(or $(FOR),180) cargo test --locked --test storm -- --nocapture

nightly: mutants storm fuzz ## what takes hours: planted bugs, the storm, changed inputs, deadlines, a backup restored, the model with more that can happen, the binary without its demo, seeds 201 to 10,000 of the simulation, docs/deploy.md run against Docker
	scripts/mutants source
	cargo test --locked --test shop_image -- --nocapture
	scripts/deadlines
	scripts/restore-drill
	MODEL=deep cargo test --locked --test model -- --nocapture
	@$(MAKE) --no-print-directory simulate SEEDS=9800
	scripts/documents

browser-test: tools ## the journeys of a traveller, in a real browser
	cargo build $(WITH_TESTS)
	scripts/browser-test

bench: tools ## the shop beside nginx, a bare handler and bare commits, as ratios (Linux; a release build first)
	scripts/bench

abuse: tools ## half heads, unfinished bodies and event streams at full size, while another visitor goes on; prints figures
	scripts/abuse

grow: tools ## a private database with a million orders, and what everyday questions cost in it: make grow ORDERS=100000
	cargo build $(WITH_TESTS)
	scripts/grow $(or $(ORDERS),1000000)

queries: tools ## after a change to SQL or migrations: write .sqlx anew
	scripts/queries

screenshots: tools ## the pictures in docs/screenshots
	cargo build $(WITH_TESTS)
	scripts/browser-test screenshots

snapshots: tools ## after a change of looks that was meant: the small pictures that browser-test compares with
	cargo build $(WITH_TESTS)
	scripts/browser-test snapshots

lighthouse: tools ## four pages through Lighthouse as a phone; fails under 100
	cargo build $(WITH_TESTS)
	scripts/browser-test lighthouse

tools:
	@scripts/tools

.PHONY: help demo test simulate check mutants fuzz storm nightly browser-test bench abuse grow queries screenshots snapshots lighthouse tools
