//! `fieldQuery` and `labelQuery`: `name eq 'x' and ready eq true`, `id in ('a','b')`.

use super::error::Problem;
use serde_json::Value;

/// What all items of an answer fulfil.
#[derive(Debug, Clone, Default, PartialEq, Eq)]
pub(super) struct Query(Vec<Condition>);

#[derive(Debug, Clone, PartialEq, Eq)]
struct Condition {
    left: String,
    operator: Operator,
    right: Vec<String>,
}

#[derive(Debug, Clone, Copy, PartialEq, Eq)]
enum Operator {
    /// One of these.
    In,
    /// None of these.
    NotIn,
    /// One of these, or nothing at all.
    OrNothing,
    /// This is a part of it.
    Contains,
}

impl Query {
    /// Reads a query; none fits everything.
    pub(super) fn read(text: Option<&str>) -> Result<Self, Problem> {
        let Some(text) = text.map(str::trim) else { return Ok(Self::default()) };
        if text.is_empty() {
            return Err(Problem::bad_request("the query must not be empty"));
        }
        let mut parser = Parser { rest: text };
        let mut conditions = vec![parser.condition()?];
        while parser.word("and") {
            conditions.push(parser.condition()?);
        }
        match parser.rest.is_empty() {
            true => Ok(Self(conditions)),
            false => Err(parser.unreadable()),
        }
    }

    /// Refuses a condition about a field that there is none of: nothing would fit it.
    pub(super) fn about(self, fields: &[&str]) -> Result<Self, Problem> {
        match self.0.iter().find(|condition| !fields.contains(&condition.left.as_str())) {
            Some(Condition { left, .. }) => {
                let known = fields.join(", ");
                Err(Problem::bad_request(format!("unsupported field query key: {left}; known are {known}")))
            }
            None => Ok(self),
        }
    }

    /// Whether it fits everything.
    pub(super) const fn is_empty(&self) -> bool {
        self.0.is_empty()
    }

    /// Whether the fields of an item fit.
    pub(super) fn fits_fields(&self, item: &Value) -> bool {
        self.0.iter().all(|condition| condition.fits(&texts(&item[&condition.left])))
    }

    /// Whether the labels of an item fit.
    pub(super) fn fits_labels(&self, item: &Value) -> bool {
        self.0.iter().all(|condition| condition.fits(&texts(&item["labels"][&condition.left])))
    }
}

/// The values of a field as texts.
fn texts(value: &Value) -> Vec<String> {
    match value {
        Value::Null => Vec::new(),
        Value::String(text) => vec![text.clone()],
        Value::Array(items) => items.iter().flat_map(texts).collect(),
        other => vec![other.to_string()],
    }
}

impl Condition {
    fn fits(&self, found: &[String]) -> bool {
        let any = found.iter().any(|value| self.right.contains(value));
        match self.operator {
            Operator::In => any,
            Operator::NotIn => !any,
            Operator::OrNothing => any || found.is_empty(),
            Operator::Contains => found.iter().any(|value| self.right.iter().any(|part| value.contains(part.as_str()))),
        }
    }
}

struct Parser<'a> {
    rest: &'a str,
}

impl<'a> Parser<'a> {
    fn unreadable(&self) -> Problem {
        Problem::bad_request(format!("the query cannot be read at '{}'; write for example: name eq 'x'", self.rest))
    }

    /// Takes this word, if it is next.
    fn word(&mut self, word: &str) -> bool {
        let found = self.rest.strip_prefix(word).filter(|rest| rest.starts_with(char::is_whitespace));
        if let Some(rest) = found {
            self.rest = rest.trim_start();
        }
        found.is_some()
    }

    /// Takes everything to the next blank.
    fn token(&mut self) -> Result<&'a str, Problem> {
        let (token, rest) = self.rest.split_once(char::is_whitespace).ok_or_else(|| self.unreadable())?;
        self.rest = rest.trim_start();
        Ok(token)
    }

    fn condition(&mut self) -> Result<Condition, Problem> {
        let left = self.token()?.to_owned();
        let operator = match self.token()? {
            "eq" | "in" => Operator::In,
            "ne" | "notin" => Operator::NotIn,
            "en" => Operator::OrNothing,
            "contains" => Operator::Contains,
            other => return Err(Problem::bad_request(format!("the operator '{other}' is not supported"))),
        };
        Ok(Condition { left, operator, right: self.values()? })
    }

    /// One value, or several in parentheses.
    fn values(&mut self) -> Result<Vec<String>, Problem> {
        let Some(rest) = self.rest.strip_prefix('(') else { return Ok(vec![self.value()?]) };
        self.rest = rest.trim_start();
        let mut values = vec![self.value()?];
        while let Some(rest) = self.rest.strip_prefix(',') {
            self.rest = rest.trim_start();
            values.push(self.value()?);
        }
        self.rest = self.rest.strip_prefix(')').ok_or_else(|| self.unreadable())?.trim_start();
        Ok(values)
    }

    /// Quoted, with doubled quotes inside; or bare, as numbers and truth values are.
    fn value(&mut self) -> Result<String, Problem> {
        let Some(mut rest) = self.rest.strip_prefix('\'') else { return self.bare() };
        let mut value = String::new();
        loop {
            let (part, after) = rest.split_once('\'').ok_or_else(|| self.unreadable())?;
            value.push_str(part);
            match after.strip_prefix('\'') {
                Some(more) => {
                    value.push('\'');
                    rest = more;
                }
                None => {
                    self.rest = after.trim_start();
                    return Ok(value);
                }
            }
        }
    }

    fn bare(&mut self) -> Result<String, Problem> {
        let ends = |c: char| c.is_whitespace() || matches!(c, ',' | ')');
        let (value, rest) = self.rest.split_at(self.rest.find(ends).unwrap_or(self.rest.len()));
        if value.is_empty() {
            return Err(self.unreadable());
        }
        self.rest = rest.trim_start();
        Ok(value.to_owned())
    }
}

#[cfg(test)]
mod tests {
    use super::Query;
    use serde_json::{Value, json};

    fn fits(query: &str, item: &Value) -> bool {
        Query::read(Some(query)).unwrap().fits_fields(item)
    }

    #[test]
    fn fields_are_compared() {
        let item = json!({"name": "it's", "ready": true, "id": "a"});
        assert!(fits("name eq 'it''s'", &item));
        assert!(fits("name eq 'it''s' and ready eq true", &item));
        assert!(fits("id in ('a', 'b')", &item));
        assert!(fits("id notin ('b','c') and name contains 't'", &item));
        assert!(!fits("name ne 'it''s'", &item));
        assert!(fits("missing en 'x'", &item));
        assert!(!fits("missing eq 'x'", &item));
    }

    #[test]
    fn labels_are_lists() {
        let item = json!({"labels": {"team": ["a", "b"]}});
        let query = Query::read(Some("team eq 'b'")).unwrap();
        assert!(query.fits_labels(&item));
        assert!(!Query::read(Some("team eq 'c'")).unwrap().fits_labels(&item));
    }

    #[test]
    fn what_cannot_be_read_is_refused() {
        for bad in ["", "name", "name eq", "name eq 'x", "name like 'x'", "name eq 'x' or id eq 'y'", "id in ('a'"] {
            assert!(Query::read(Some(bad)).is_err(), "{bad}");
        }
        assert_eq!(Query::read(None).unwrap(), Query::default());
    }
}
