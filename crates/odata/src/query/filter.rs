//! `$filter` as a tree.

use super::lexer::{Token, tokens};
use crate::error::{Error, Result};
use crate::value::Value;

/// How deep a filter may nest. A deeper one is no question anybody has.
const DEEPEST: usize = 50;

/// An expression.
#[derive(Debug, Clone, PartialEq)]
pub enum Expr {
    /// A constant.
    Literal(Value),
    /// A property by its path: `Status`, `toStatus/name`.
    Property(String),
    /// `not x`.
    Not(Box<Expr>),
    /// All of them hold.
    And(Vec<Expr>),
    /// One of them holds.
    Or(Vec<Expr>),
    /// `a eq b` and its like.
    Compare(Compare, Box<Expr>, Box<Expr>),
    /// `x in (1,2)`.
    In(Box<Expr>, Vec<Expr>),
    /// A function of texts.
    Call(Function, Vec<Expr>),
}

/// A comparison.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Compare {
    Eq,
    Ne,
    Gt,
    Ge,
    Lt,
    Le,
}

/// A function; argument order as in the version that has it.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Function {
    /// V2: `substringof(part, whole)`.
    SubstringOf,
    /// V4: `contains(whole, part)`.
    Contains,
    /// `startswith(whole, part)`.
    StartsWith,
    /// `endswith(whole, part)`.
    EndsWith,
    /// `tolower(text)`.
    ToLower,
    /// `toupper(text)`.
    ToUpper,
    /// `trim(text)`.
    Trim,
    /// `length(text)`.
    Length,
    /// `concat(a, b)`.
    Concat,
    /// `indexof(whole, part)`.
    IndexOf,
}

const FUNCTIONS: [(&str, Function, usize); 10] = [
    ("substringof", Function::SubstringOf, 2),
    ("contains", Function::Contains, 2),
    ("startswith", Function::StartsWith, 2),
    ("endswith", Function::EndsWith, 2),
    ("tolower", Function::ToLower, 1),
    ("toupper", Function::ToUpper, 1),
    ("trim", Function::Trim, 1),
    ("length", Function::Length, 1),
    ("concat", Function::Concat, 2),
    ("indexof", Function::IndexOf, 2),
];

impl Expr {
    /// All properties that are named.
    pub(super) fn paths<'a>(&'a self, into: &mut Vec<&'a str>) {
        match self {
            Self::Literal(_) => {}
            Self::Property(path) => into.push(path),
            Self::Not(inner) => inner.paths(into),
            Self::And(parts) | Self::Or(parts) | Self::Call(_, parts) => parts.iter().for_each(|one| one.paths(into)),
            Self::Compare(_, a, b) => [a, b].into_iter().for_each(|one| one.paths(into)),
            Self::In(a, list) => {
                a.paths(into);
                list.iter().for_each(|one| one.paths(into));
            }
        }
    }
}

pub(super) fn parse(text: &str) -> Result<Expr> {
    let mut parser = Parser { text, tokens: tokens(text)?, at: 0, depth: 0 };
    let expr = parser.or()?;
    match parser.peek() {
        None => Ok(expr),
        Some(_) => Err(parser.bad("something follows the expression")),
    }
}

struct Parser<'a> {
    text: &'a str,
    tokens: Vec<Token>,
    at: usize,
    depth: usize,
}

impl Parser<'_> {
    fn peek(&self) -> Option<&Token> {
        self.tokens.get(self.at)
    }

    fn next(&mut self) -> Option<Token> {
        let token = self.tokens.get(self.at).cloned();
        self.at += 1;
        token
    }

    fn bad(&self, reason: impl Into<String>) -> Error {
        Error::option("$filter", self.text, reason)
    }

    fn takes_word(&mut self, wanted: &str) -> bool {
        let found = matches!(self.peek(), Some(Token::Word(word)) if word.eq_ignore_ascii_case(wanted));
        self.at += usize::from(found);
        found
    }

    fn demand(&mut self, wanted: &Token, name: &str) -> Result<()> {
        if self.next().as_ref() == Some(wanted) { Ok(()) } else { Err(self.bad(format!("{name} is missing"))) }
    }

    fn or(&mut self) -> Result<Expr> {
        self.depth += 1;
        if self.depth > DEEPEST {
            return Err(self.bad("it is nested too deeply"));
        }
        let mut parts = vec![self.and()?];
        while self.takes_word("or") {
            parts.push(self.and()?);
        }
        self.depth -= 1;
        Ok(one_or(parts, Expr::Or))
    }

    fn and(&mut self) -> Result<Expr> {
        let mut parts = vec![self.not()?];
        while self.takes_word("and") {
            parts.push(self.not()?);
        }
        Ok(one_or(parts, Expr::And))
    }

    fn not(&mut self) -> Result<Expr> {
        let mut negated = false;
        while self.takes_word("not") {
            negated = !negated;
        }
        let inner = self.comparison()?;
        Ok(if negated { Expr::Not(Box::new(inner)) } else { inner })
    }

    fn comparison(&mut self) -> Result<Expr> {
        let left = self.operand()?;
        if self.takes_word("in") {
            self.demand(&Token::Open, "( after in")?;
            return Ok(Expr::In(Box::new(left), self.arguments()?));
        }
        let Some(Token::Word(word)) = self.peek() else { return Ok(left) };
        let operator = match word.to_ascii_lowercase().as_str() {
            "eq" => Compare::Eq,
            "ne" => Compare::Ne,
            "gt" => Compare::Gt,
            "ge" => Compare::Ge,
            "lt" => Compare::Lt,
            "le" => Compare::Le,
            _ => return Ok(left),
        };
        self.at += 1;
        Ok(Expr::Compare(operator, Box::new(left), Box::new(self.operand()?)))
    }

    fn operand(&mut self) -> Result<Expr> {
        match self.next() {
            Some(Token::Open) => {
                let inner = self.or()?;
                self.demand(&Token::Close, "a closing parenthesis")?;
                Ok(inner)
            }
            Some(Token::Literal(value)) => Ok(Expr::Literal(value)),
            Some(Token::Word(word)) if self.peek() == Some(&Token::Open) => self.call(&word),
            Some(Token::Word(word)) => Ok(Expr::Property(word)),
            _ => Err(self.bad("a property or a value is missing")),
        }
    }

    fn call(&mut self, name: &str) -> Result<Expr> {
        let known = FUNCTIONS.iter().find(|(spelling, ..)| spelling.eq_ignore_ascii_case(name));
        let &(_, function, wanted) = known.ok_or_else(|| self.bad(format!("the function {name} is not supported")))?;
        self.at += 1;
        let arguments = self.arguments()?;
        if arguments.len() == wanted {
            return Ok(Expr::Call(function, arguments));
        }
        Err(self.bad(format!("{name} takes {wanted} arguments, not {}", arguments.len())))
    }

    /// What stands between an opening parenthesis, which was taken, and its closing one.
    fn arguments(&mut self) -> Result<Vec<Expr>> {
        let mut arguments = vec![self.or()?];
        loop {
            match self.next() {
                Some(Token::Comma) => arguments.push(self.or()?),
                Some(Token::Close) => return Ok(arguments),
                _ => return Err(self.bad("a closing parenthesis is missing")),
            }
        }
    }
}

fn one_or(mut parts: Vec<Expr>, many: impl Fn(Vec<Expr>) -> Expr) -> Expr {
    match parts.pop() {
        Some(only) if parts.is_empty() => only,
        Some(last) => {
            parts.push(last);
            many(parts)
        }
        None => many(parts),
    }
}
