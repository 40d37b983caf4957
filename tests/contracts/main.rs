//! Each door against recorded payloads and a partner that says what a test tells it to. Nothing of
//! ours but the doors is used.
#![expect(clippy::unwrap_used, reason = "a test may fail loudly")]

mod partner;
mod supplier;
mod supplier_errors;
mod supplier_orders;
mod supplier_seen;
mod supplier_token;
mod till;
mod till_errors;
mod till_events;
mod till_look;
mod till_rights;
mod till_sandbox;
mod till_shapes;

/// A recorded payload.
fn fixture(name: &str) -> serde_json::Value {
    let path = format!(
        "{}/tests/contracts/fixtures/{name}",
        env!("CARGO_MANIFEST_DIR")
    );
    serde_json::from_str(&std::fs::read_to_string(path).unwrap()).unwrap()
}
