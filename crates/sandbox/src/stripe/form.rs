//! Stripe's request parameters: form-encoded names with brackets, checked against what each
//! endpoint documents. No state.

use std::collections::BTreeMap;

use serde_json::{Map, Value, json};

/// Stripe's error object with its HTTP status.
#[derive(Debug, Clone)]
pub struct Failure {
    pub status: u16,
    pub body: Value,
    /// Whether the endpoint had begun its work: only then is the answer kept under an idempotency
    /// key.
    pub worked: bool,
}

impl Failure {
    /// An `invalid_request_error` found while reading the parameters.
    pub fn invalid(code: &str, param: &str, message: impl Into<String>) -> Self {
        let mut error = json!({ "type": "invalid_request_error", "message": message.into() });
        for (name, value) in [("code", code), ("param", param)] {
            if !value.is_empty() {
                error[name] = json!(value);
            }
        }
        Self {
            status: 400,
            body: json!({ "error": error }),
            worked: false,
        }
    }

    /// An `invalid_request_error` of the work itself.
    pub fn refused(code: &str, param: &str, message: impl Into<String>) -> Self {
        Self {
            worked: true,
            ..Self::invalid(code, param, message)
        }
    }

    /// 404 for an id.
    pub fn missing(kind: &str, id: &str) -> Self {
        Self {
            status: 404,
            ..Self::invalid("resource_missing", "id", format!("No such {kind}: '{id}'"))
        }
    }
}

/// The parameters of one request, in the order sent.
#[derive(Debug, Clone, Default)]
pub struct Params(Vec<(String, String)>);

impl Params {
    /// Reads an encoded form or query. `allowed` holds patterns: `#` is any index, a last `*`
    /// anything.
    pub fn read(encoded: &[u8], allowed: &[&str]) -> Result<Self, Failure> {
        let pairs: Vec<(String, String)> =
            url::form_urlencoded::parse(encoded).into_owned().collect();
        for (name, _) in &pairs {
            let pattern = normal(name);
            let known = |allowed: &&str| match allowed.strip_suffix('*') {
                Some(head) => pattern.starts_with(head),
                None => pattern == **allowed,
            };
            if !allowed.iter().any(known) && pattern != "expand[#]" {
                return Err(Failure::invalid(
                    "parameter_unknown",
                    name,
                    format!("Received unknown parameter: {name}"),
                ));
            }
        }
        Ok(Self(pairs))
    }

    /// The same parameters in any order have the same fingerprint.
    pub fn fingerprint(&self) -> String {
        let sorted: BTreeMap<&str, &str> = self
            .0
            .iter()
            .map(|(name, value)| (name.as_str(), value.as_str()))
            .collect();
        format!("{sorted:?}")
    }

    /// The value of `name`; an empty one counts as none.
    pub fn get(&self, name: &str) -> Option<&str> {
        self.0
            .iter()
            .find(|(key, value)| key == name && !value.is_empty())
            .map(|(_, value)| value.as_str())
    }

    /// The value of `name`, which must be there.
    pub fn need(&self, name: &str) -> Result<&str, Failure> {
        self.get(name).ok_or_else(|| {
            Failure::invalid(
                "parameter_missing",
                name,
                format!("Missing required param: {name}."),
            )
        })
    }

    /// The whole number at `name`, when it is there.
    pub fn number(&self, name: &str) -> Result<Option<i64>, Failure> {
        let read = |text: &str| {
            text.parse().map_err(|_| {
                Failure::invalid(
                    "parameter_invalid_integer",
                    name,
                    format!("Invalid integer: {text}"),
                )
            })
        };
        self.get(name).map(read).transpose()
    }

    /// Every value of `name[0]`, `name[]`, ….
    pub fn list(&self, name: &str) -> Vec<&str> {
        let pattern = format!("{name}[#]");
        self.0
            .iter()
            .filter(|(key, _)| normal(key) == pattern)
            .map(|(_, value)| value.as_str())
            .collect()
    }

    /// `name[a]=b` as `{"a": "b"}`.
    pub fn map(&self, name: &str) -> Value {
        let inside = |key: &str| {
            Some(
                key.strip_prefix(name)?
                    .strip_prefix('[')?
                    .strip_suffix(']')?
                    .to_owned(),
            )
        };
        let fields: Map<String, Value> = self
            .0
            .iter()
            .filter(|(_, value)| !value.is_empty())
            .filter_map(|(key, value)| Some((inside(key)?, json!(value))))
            .collect();
        Value::Object(fields)
    }

    /// How many entries `name[0][…]`, `name[1][…]` there are.
    pub fn count(&self, name: &str) -> usize {
        (0..)
            .take_while(|n| {
                self.0
                    .iter()
                    .any(|(key, _)| key.starts_with(&format!("{name}[{n}]")))
            })
            .count()
    }
}

/// `line_items[0][quantity]` → `line_items[#][quantity]`.
fn normal(name: &str) -> String {
    let Some((head, rest)) = name.split_once('[') else {
        return name.to_owned();
    };
    let segments = rest.split('[').map(|segment| {
        let inner = segment.trim_end_matches(']');
        if inner.chars().all(|c| c.is_ascii_digit()) {
            "[#]".to_owned()
        } else {
            format!("[{inner}]")
        }
    });
    segments.fold(head.to_owned(), |all, segment| all + &segment)
}
