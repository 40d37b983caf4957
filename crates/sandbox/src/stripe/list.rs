//! Stripe's lists: newest first, cursors, `created` filters; and `expand`. Pure.

use serde_json::{Value, json};

use super::{
    form::{Failure, Params},
    state::{Books, shown},
};

/// The parameters that every list takes.
pub const PAGING: &[&str] = &[
    "limit",
    "starting_after",
    "ending_before",
    "created",
    "created[gte]",
    "created[gt]",
    "created[lte]",
    "created[lt]",
];

fn read_limit(params: &Params) -> Result<usize, Failure> {
    match params.number("limit")? {
        None => Ok(10),
        Some(limit @ 1..=100) => Ok(usize::try_from(limit).unwrap_or(100)),
        Some(limit) => Err(Failure::invalid(
            "parameter_invalid_integer",
            "limit",
            format!("Invalid limit: {limit}; 1 to 100"),
        )),
    }
}

/// Whether an object is of the time that was asked for.
fn read_times(params: &Params) -> Result<impl Fn(&&Value) -> bool, Failure> {
    let bounds = [
        params.number("created[gte]")?,
        params.number("created[gt]")?,
        params.number("created[lte]")?,
        params.number("created[lt]")?,
    ];
    let exact = params.number("created")?;
    Ok(move |object: &&Value| {
        // One without a time, planted to be odd, is in every list.
        let Some(at) = object["created"].as_i64() else {
            return true;
        };
        bounds[0].is_none_or(|b| at >= b)
            && bounds[1].is_none_or(|b| at > b)
            && bounds[2].is_none_or(|b| at <= b)
            && bounds[3].is_none_or(|b| at < b)
            && exact.is_none_or(|b| at == b)
    })
}

/// One page of `all` (oldest first) as Stripe's list object.
pub fn page(all: &[&Value], params: &Params, url: &str) -> Result<Value, Failure> {
    let limit = read_limit(params)?;
    let in_time = read_times(params)?;
    let newest: Vec<&Value> = all.iter().rev().copied().filter(in_time).collect();
    let place = |name: &str| match params.get(name) {
        None => Ok(None),
        Some(id) => match newest.iter().position(|object| object["id"] == id) {
            Some(place) => Ok(Some(place)),
            None => Err(Failure::invalid(
                "resource_missing",
                name,
                format!("No such object: '{id}'"),
            )),
        },
    };
    let (data, has_more): (Vec<&Value>, bool) =
        match (place("starting_after")?, place("ending_before")?) {
            (Some(_), Some(_)) => {
                return Err(Failure::invalid(
                    "",
                    "starting_after",
                    "Send starting_after or ending_before, not both.",
                ));
            }
            (None, Some(before)) => (
                newest[before.saturating_sub(limit)..before].to_vec(),
                before > limit,
            ),
            (after, None) => {
                let from = after.map_or(0, |place| place + 1);
                (
                    newest[from..].iter().copied().take(limit).collect(),
                    newest.len() > from + limit,
                )
            }
        };
    let data: Vec<Value> = data.into_iter().cloned().map(shown).collect();
    Ok(json!({ "object": "list", "url": url, "has_more": has_more, "data": data }))
}

impl Books {
    /// Puts whole objects in the place of ids, as the `expand` parameters wish.
    pub fn expand(&self, mut object: Value, params: &Params) -> Result<Value, Failure> {
        for path in params.list("expand") {
            if !self.expand_at(&mut object, path) {
                return Err(Failure::invalid(
                    "",
                    "expand",
                    format!("This property cannot be expanded ({path})."),
                ));
            }
        }
        Ok(object)
    }

    fn expand_at(&self, object: &mut Value, path: &str) -> bool {
        let (field, rest) = path.split_once('.').unwrap_or((path, ""));
        if field == "data" {
            let Some(items) = object["data"].as_array_mut() else {
                return false;
            };
            return items.iter_mut().all(|item| self.expand_at(item, rest));
        }
        let Some(inner) = object.get_mut(field) else {
            return false;
        };
        if let Some(found) = inner.as_str().and_then(|id| self.by_id(id)) {
            *inner = found;
        }
        inner.is_null() || (inner.is_object() && (rest.is_empty() || self.expand_at(inner, rest)))
    }

    fn by_id(&self, id: &str) -> Option<Value> {
        let all = [
            &self.intents,
            &self.charges,
            &self.transactions,
            &self.refunds,
            &self.reviews,
            &self.disputes,
        ];
        all.into_iter()
            .flatten()
            .find(|object| object["id"] == id)
            .cloned()
    }
}
