//! Evaluates a filter over one row.

use super::filter::{Compare, Expr, Function};
use crate::error::{Error, Result};
use crate::value::Value;
use std::cmp::Ordering;

type Lookup<'a> = &'a dyn Fn(&str) -> Option<Value>;

/// Whether the filter holds. Null does not hold.
pub(super) fn holds(expr: &Expr, row: &impl Fn(&str) -> Option<Value>) -> Result<bool> {
    truth(expr, row)
}

fn truth(expr: &Expr, row: Lookup<'_>) -> Result<bool> {
    match value(expr, row)? {
        Value::Bool(flag) => Ok(flag),
        Value::Null => Ok(false),
        _ => Err(Error::Types("the filter is not a condition: a comparison is missing".to_owned())),
    }
}

fn value(expr: &Expr, row: Lookup<'_>) -> Result<Value> {
    Ok(match expr {
        Expr::Literal(value) => value.clone(),
        Expr::Property(path) => row(path).ok_or_else(|| Error::UnknownProperty(path.clone()))?,
        Expr::Not(inner) => Value::Bool(!truth(inner, row)?),
        Expr::And(parts) => Value::Bool(all(parts, row, true)?),
        Expr::Or(parts) => Value::Bool(!all(parts, row, false)?),
        Expr::Compare(operator, a, b) => Value::Bool(compare(*operator, &value(a, row)?, &value(b, row)?)?),
        Expr::In(a, list) => Value::Bool(is_in(&value(a, row)?, list, row)?),
        Expr::Call(function, arguments) => {
            let arguments = arguments.iter().map(|argument| value(argument, row)).collect::<Result<Vec<_>>>()?;
            call(*function, &arguments)?
        }
    })
}

/// Whether each part is `wanted`. Every part is evaluated, so a mistake never hides behind the first rows.
fn all(parts: &[Expr], row: Lookup<'_>, wanted: bool) -> Result<bool> {
    let mut all = true;
    for part in parts {
        all &= truth(part, row)? == wanted;
    }
    Ok(all)
}

fn is_in(wanted: &Value, list: &[Expr], row: Lookup<'_>) -> Result<bool> {
    for item in list {
        if compare(Compare::Eq, wanted, &value(item, row)?)? {
            return Ok(true);
        }
    }
    Ok(false)
}

fn compare(operator: Compare, a: &Value, b: &Value) -> Result<bool> {
    let equal_if = match (a, b) {
        (Value::Null, Value::Null) => Some(true),
        (Value::Null, _) | (_, Value::Null) => Some(false),
        _ => None,
    };
    if let Some(equal) = equal_if {
        return Ok(match operator {
            Compare::Eq => equal,
            Compare::Ne => !equal,
            _ => false,
        });
    }
    let order = a.compare(b).ok_or_else(|| Error::Types(format!("{} cannot be compared with {}", kind(a), kind(b))))?;
    Ok(match operator {
        Compare::Eq => order == Ordering::Equal,
        Compare::Ne => order != Ordering::Equal,
        Compare::Gt => order == Ordering::Greater,
        Compare::Ge => order != Ordering::Less,
        Compare::Lt => order == Ordering::Less,
        Compare::Le => order != Ordering::Greater,
    })
}

fn kind(value: &Value) -> &'static str {
    match value {
        Value::Null => "null",
        Value::Bool(_) => "a truth value",
        Value::Int(_) | Value::Float(_) => "a number",
        Value::Text(_) => "a text",
        Value::Time(_) => "a date and time",
    }
}

fn call(function: Function, arguments: &[Value]) -> Result<Value> {
    if arguments.contains(&Value::Null) {
        return Ok(Value::Null);
    }
    let texts = arguments.iter().map(text).collect::<Result<Vec<_>>>()?;
    let (first, second) = (texts[0], texts.get(1).copied().unwrap_or_default());
    Ok(match function {
        Function::SubstringOf => Value::Bool(second.contains(first)),
        Function::Contains => Value::Bool(first.contains(second)),
        Function::StartsWith => Value::Bool(first.starts_with(second)),
        Function::EndsWith => Value::Bool(first.ends_with(second)),
        Function::ToLower => Value::Text(first.to_lowercase()),
        Function::ToUpper => Value::Text(first.to_uppercase()),
        Function::Trim => Value::from(first.trim()),
        Function::Length => Value::Int(length(first)),
        Function::Concat => Value::Text(format!("{first}{second}")),
        Function::IndexOf => Value::Int(first.find(second).map_or(-1, |at| length(&first[..at]))),
    })
}

fn text(value: &Value) -> Result<&str> {
    value.as_text().ok_or_else(|| Error::Types(format!("a function of texts was given {}", kind(value))))
}

fn length(text: &str) -> i64 {
    i64::try_from(text.chars().count()).unwrap_or(i64::MAX)
}
