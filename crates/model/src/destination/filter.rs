//! The few forms of `$filter` that the service knows.

/// Which destinations are wanted, by name.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Filter {
    /// `Name in ('a','b')`.
    OneOf(Vec<String>),
    /// `startswith(Name,'a')`.
    StartsWith(String),
    /// `endswith(Name,'a')`.
    EndsWith(String),
}

impl Filter {
    /// Reads one.
    ///
    /// # Errors
    /// A sentence with the forms that can be read.
    pub fn parse(text: &str) -> Result<Self, String> {
        read(text.trim()).ok_or_else(|| {
            format!(
                "$filter '{text}' cannot be read; write Name in ('a','b'), startswith(Name,'a') or endswith(Name,'a')"
            )
        })
    }

    /// Whether a destination of this name is wanted.
    #[must_use]
    pub fn matches(&self, name: &str) -> bool {
        match self {
            Self::OneOf(names) => names.iter().any(|wanted| wanted == name),
            Self::StartsWith(start) => name.starts_with(start),
            Self::EndsWith(end) => name.ends_with(end),
        }
    }
}

fn read(text: &str) -> Option<Filter> {
    if let Some(inner) = function(text, "startswith") {
        return name_and_literal(inner).map(Filter::StartsWith);
    }
    if let Some(inner) = function(text, "endswith") {
        return name_and_literal(inner).map(Filter::EndsWith);
    }
    let rest = text.strip_prefix("Name")?.trim_start();
    if let Some(value) = rest.strip_prefix("eq ") {
        return literals(value.trim()).filter(|all| all.len() == 1).map(Filter::OneOf);
    }
    let list = rest.strip_prefix("in")?.trim().strip_prefix('(')?.strip_suffix(')')?;
    literals(list.trim()).map(Filter::OneOf)
}

fn function<'a>(text: &'a str, name: &str) -> Option<&'a str> {
    text.strip_prefix(name)?.trim_start().strip_prefix('(')?.strip_suffix(')')
}

fn name_and_literal(inner: &str) -> Option<String> {
    let value = inner.trim().strip_prefix("Name")?.trim_start().strip_prefix(',')?;
    literals(value.trim()).filter(|all| all.len() == 1)?.pop()
}

/// Quoted texts with commas between; a quote inside is doubled.
fn literals(text: &str) -> Option<Vec<String>> {
    let (mut found, mut rest) = (Vec::new(), text);
    loop {
        let (value, after) = literal(rest)?;
        found.push(value);
        let after = after.trim_start();
        if after.is_empty() {
            return Some(found);
        }
        rest = after.strip_prefix(',')?.trim_start();
    }
}

fn literal(text: &str) -> Option<(String, &str)> {
    let (mut value, mut rest) = (String::new(), text.strip_prefix('\'')?);
    loop {
        let end = rest.find('\'')?;
        value.push_str(&rest[..end]);
        rest = &rest[end + 1..];
        match rest.strip_prefix('\'') {
            Some(more) => {
                value.push('\'');
                rest = more;
            }
            None => return Some((value, rest)),
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn the_forms_are_read() {
        let one_of = |names: &[&str]| Filter::OneOf(names.iter().map(|n| (*n).to_owned()).collect());
        assert_eq!(Filter::parse("startswith(Name,'CALM_FTR_CTMS_')"), Ok(Filter::StartsWith("CALM_FTR_CTMS_".into())));
        assert_eq!(Filter::parse("endswith( Name , '_CF' )"), Ok(Filter::EndsWith("_CF".into())));
        assert_eq!(Filter::parse("Name in ('a','b')"), Ok(one_of(&["a", "b"])));
        assert_eq!(Filter::parse("Name in ( 'it''s' , 'b,c' )"), Ok(one_of(&["it's", "b,c"])));
        assert_eq!(Filter::parse("Name eq 'a'"), Ok(one_of(&["a"])));
    }

    #[test]
    fn anything_else_is_refused() {
        for text in
            ["", "Name", "Type eq 'HTTP'", "Name in ()", "Name in ('a'", "startswith(Name,'a','b')", "Name in 'a'"]
        {
            assert!(Filter::parse(text).is_err(), "{text}");
        }
    }

    #[test]
    fn names_are_matched_with_case() {
        let start = Filter::StartsWith("CALM".into());
        assert!(start.matches("CALM_1") && !start.matches("calm_1"));
        assert!(Filter::EndsWith("_CF".into()).matches("X_CF"));
        assert!(!Filter::OneOf(vec!["a".into()]).matches("A"));
    }
}
