//! Reads what the reseller sends, strictly: a field that the document does not name is refused. No
//! state here.

use std::collections::BTreeMap;

use serde_json::{Map, Value};

use super::state::{Refusal, codes, refuse};

/// The JSON object in `body`, which may hold `allowed` fields only.
pub fn object(body: &[u8], allowed: &[&str]) -> Result<Map<String, Value>, Refusal> {
    let Ok(Value::Object(fields)) = serde_json::from_slice(body) else {
        return refuse(codes::BAD_REQUEST, "the request body must be a JSON object");
    };
    only(&fields, allowed)?;
    Ok(fields)
}

fn only(fields: &Map<String, Value>, allowed: &[&str]) -> Result<(), Refusal> {
    match fields.keys().find(|name| !allowed.contains(&name.as_str())) {
        Some(name) => refuse(codes::BAD_REQUEST, format!("unknown field: {name}")),
        None => Ok(()),
    }
}

/// The text at `name`, which must be there and not empty.
pub fn text(fields: &Map<String, Value>, name: &str) -> Result<String, Refusal> {
    match fields.get(name).and_then(Value::as_str) {
        Some(text) if !text.is_empty() => Ok(text.to_owned()),
        _ => refuse(codes::BAD_REQUEST, format!("{name} is required")),
    }
}

/// The query's parameters, `allowed` ones only.
pub fn query(raw: &str, allowed: &[&str]) -> Result<BTreeMap<String, String>, Refusal> {
    let fields: BTreeMap<String, String> = url::form_urlencoded::parse(raw.as_bytes())
        .into_owned()
        .collect();
    match fields.keys().find(|name| !allowed.contains(&name.as_str())) {
        Some(name) => refuse(codes::BAD_REQUEST, format!("unknown parameter: {name}")),
        None => Ok(fields),
    }
}

/// What `create_order` asks for.
#[derive(Debug)]
pub struct CreateOrder {
    pub product: String,
    /// Set for a top-up.
    pub iccid: Option<String>,
}

impl CreateOrder {
    pub fn read(body: &Value) -> Result<Self, Refusal> {
        let Value::Object(fields) = body else {
            return refuse(codes::BAD_REQUEST, "the request body must be a JSON object");
        };
        only(fields, &["operation_type", "iccid", "product"])?;
        let Some(Value::Object(product)) = fields.get("product") else {
            return refuse(codes::BAD_REQUEST, "product.id is required");
        };
        only(product, &["id"])?;
        let product = text(product, "id")?;
        match text(fields, "operation_type")?.as_str() {
            "NEW" if fields.contains_key("iccid") => {
                refuse(codes::BAD_REQUEST, "iccid does not belong to a NEW order")
            }
            "NEW" => Ok(Self {
                product,
                iccid: None,
            }),
            "TOPUP" => Ok(Self {
                product,
                iccid: Some(text(fields, "iccid")?),
            }),
            other => refuse(
                codes::BAD_REQUEST,
                format!("operation_type must be NEW or TOPUP, not {other}"),
            ),
        }
    }
}

/// One page of the catalogue, as asked for.
#[derive(Debug)]
pub struct Page {
    pub after: Option<String>,
    pub size: usize,
    pub countries: Vec<String>,
    pub region: Option<String>,
}

impl Page {
    pub fn read(body: &[u8]) -> Result<Self, Refusal> {
        let fields = object(body, &["page_start", "page_size", "countries", "region"])?;
        let after = match fields.get("page_start") {
            None => None,
            Some(Value::Object(start)) if start.is_empty() => None,
            Some(Value::Object(start)) => {
                only(start, &["id"])?;
                Some(text(start, "id")?)
            }
            Some(_) => {
                return refuse(
                    codes::BAD_REQUEST,
                    "page_start must be {} or the last_evaluated_key of a page",
                );
            }
        };
        let size = match fields.get("page_size") {
            None => 20,
            Some(size) => match size.as_u64().and_then(|n| usize::try_from(n).ok()) {
                Some(size @ 1..=100) => size,
                _ => {
                    return refuse(
                        codes::BAD_REQUEST,
                        "page_size must be a number from 1 to 100",
                    );
                }
            },
        };
        let optional = |name: &str| match fields.get(name) {
            None => Ok(String::new()),
            Some(Value::String(text)) => Ok(text.trim().to_owned()),
            Some(_) => refuse(codes::BAD_REQUEST, format!("{name} must be a string")),
        };
        let countries = optional("countries")?
            .split(',')
            .map(|c| c.trim().to_ascii_uppercase())
            .filter(|c| !c.is_empty())
            .collect();
        let region = Some(optional("region")?).filter(|region| !region.is_empty());
        Ok(Self {
            after,
            size,
            countries,
            region,
        })
    }
}
