//! V4: the JSON around entities.

use serde_json::{Map, Value as Json, json};

/// A list of entities.
#[must_use]
pub fn collection(set: &str, rows: Vec<Json>, count: Option<usize>, next: Option<String>) -> Json {
    let mut body = Map::new();
    body.insert("@odata.context".to_owned(), json!(format!("$metadata#{set}")));
    if let Some(count) = count {
        body.insert("@odata.count".to_owned(), json!(count));
    }
    body.insert("value".to_owned(), Json::Array(rows));
    if let Some(next) = next {
        body.insert("@odata.nextLink".to_owned(), json!(next));
    }
    Json::Object(body)
}

/// One entity.
#[must_use]
pub fn entity(set: &str, row: Map<String, Json>) -> Json {
    let mut body = Map::new();
    body.insert("@odata.context".to_owned(), json!(format!("$metadata#{set}/$entity")));
    body.extend(row);
    Json::Object(body)
}

/// A refusal.
#[must_use]
pub fn error(code: &str, message: &str) -> Json {
    json!({ "error": { "code": code, "message": message } })
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn bodies() {
        let list = collection("Rows", vec![json!({"n":1})], Some(1), Some("Rows?x".to_owned()));
        assert_eq!(
            list.to_string(),
            r#"{"@odata.context":"$metadata#Rows","@odata.count":1,"value":[{"n":1}],"@odata.nextLink":"Rows?x"}"#
        );
        assert_eq!(entity("Rows", Map::new())["@odata.context"], "$metadata#Rows/$entity");
        assert_eq!(error("404", "gone")["error"]["message"], "gone");
    }
}
