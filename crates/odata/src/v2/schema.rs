//! What a service declares about its entities.

use super::{Key, literal};
use crate::error::{Error, Result};
use crate::query::Query;
use crate::value::Value;

/// A whole service.
#[derive(Debug)]
pub struct Schema {
    /// `com.sap.hci.api`.
    pub namespace: &'static str,
    /// The entity container's name.
    pub container: &'static str,
    /// Entity types, each with its set.
    pub types: &'static [EntityType],
    /// Function imports.
    pub operations: &'static [Operation],
}

/// An entity type and its set.
#[derive(Debug)]
pub struct EntityType {
    /// `IntegrationPackage`.
    pub name: &'static str,
    /// `IntegrationPackages`.
    pub set: &'static str,
    /// Keys first, in the order of the key predicate.
    pub properties: &'static [Property],
    /// Paths into complex properties, which filters may name though they are not written out.
    pub complex: &'static [&'static str],
    /// To related entities.
    pub navigation: &'static [Navigation],
    /// Whether `$value` gives its bytes.
    pub media: bool,
}

/// A property.
#[derive(Debug, Clone, Copy)]
pub struct Property {
    pub name: &'static str,
    pub kind: Kind,
    pub key: bool,
    pub nullable: bool,
}

/// A primitive type.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub enum Kind {
    String,
    Boolean,
    Int64,
    DateTime,
    Binary,
}

impl Kind {
    /// `Edm.String` and its like.
    #[must_use]
    pub const fn edm(self) -> &'static str {
        match self {
            Kind::String => "Edm.String",
            Kind::Boolean => "Edm.Boolean",
            Kind::Int64 => "Edm.Int64",
            Kind::DateTime => "Edm.DateTime",
            Kind::Binary => "Edm.Binary",
        }
    }
}

/// A way to related entities.
#[derive(Debug, Clone, Copy)]
pub struct Navigation {
    pub name: &'static str,
    /// The name of the related type.
    pub target: &'static str,
    /// Whether there may be several.
    pub many: bool,
}

/// A function import.
#[derive(Debug)]
pub struct Operation {
    pub name: &'static str,
    /// `GET` or `POST`.
    pub method: &'static str,
    /// The type of the entity it answers; none when it answers text or nothing.
    pub returns: Option<&'static str>,
    pub parameters: &'static [Parameter],
}

/// A parameter of a function import.
#[derive(Debug, Clone, Copy)]
pub struct Parameter {
    pub name: &'static str,
    pub optional: bool,
}

impl Property {
    /// A text that is part of the key.
    #[must_use]
    pub const fn key(name: &'static str) -> Self {
        Self { name, kind: Kind::String, key: true, nullable: false }
    }

    /// A text that must be there.
    #[must_use]
    pub const fn required(name: &'static str) -> Self {
        Self { name, kind: Kind::String, key: false, nullable: false }
    }

    /// A text.
    #[must_use]
    pub const fn text(name: &'static str) -> Self {
        Self::of(name, Kind::String)
    }

    /// A property of any type.
    #[must_use]
    pub const fn of(name: &'static str, kind: Kind) -> Self {
        Self { name, kind, key: false, nullable: true }
    }
}

impl Schema {
    /// The type of this name.
    #[must_use]
    pub fn of_type(&self, name: &str) -> Option<&'static EntityType> {
        self.types.iter().find(|ty| ty.name == name)
    }

    /// Checks what `$select` and `$expand` name of entities of `ty`, and answers the links that are expanded.
    ///
    /// # Errors
    /// Names what the type does not have, what would have no effect, and what goes further than one step.
    pub fn selected(&self, ty: &EntityType, query: &Query) -> Result<Vec<&'static Navigation>> {
        let mut links: Vec<&'static Navigation> = Vec::new();
        for path in &query.expand {
            if path.contains('/') {
                let reason = "it goes one step here; read the next one by itself";
                return Err(Error::option("$expand", path, reason));
            }
            let link = ty.link(path).ok_or_else(|| Error::UnknownProperty(path.clone()))?;
            if !links.iter().any(|known| known.name == link.name) {
                links.push(link);
            }
        }
        let selectable = |path: &String| match path.split_once('/') {
            None => ty.properties.iter().any(|property| property.name == path.as_str()) || ty.link(path).is_some(),
            Some((link, inner)) => links.iter().any(|known| known.name == link) && self.has(link, ty, inner),
        };
        match query.select.iter().find(|path| !selectable(path)) {
            Some(unknown) => Err(Error::UnknownProperty(unknown.clone())),
            None => Ok(links),
        }
    }

    fn has(&self, link: &str, ty: &EntityType, inner: &str) -> bool {
        let target = ty.link(link).and_then(|link| self.of_type(link.target));
        target.is_some_and(|ty| inner == "*" || ty.properties.iter().any(|property| property.name == inner))
    }

    /// The type of this set.
    #[must_use]
    pub fn of_set(&self, set: &str) -> Option<&'static EntityType> {
        self.types.iter().find(|ty| ty.set == set)
    }
}

impl EntityType {
    /// An entity; `value` answers each declared property.
    pub fn entity(&'static self, value: impl Fn(&'static str) -> Value) -> Entity {
        let values = self.properties.iter().map(|property| value(property.name)).collect();
        Entity { ty: self, values, related: Vec::new() }
    }

    /// The key of an entity of this type, in the order of its key properties.
    ///
    /// # Errors
    /// When the predicate does not name exactly the key properties.
    pub fn key(&self, given: &Key) -> Result<Vec<String>> {
        let names: Vec<&str> = self.properties.iter().filter(|one| one.key).map(|one| one.name).collect();
        given.values(&names)
    }

    /// Whether a filter or an order may name it.
    #[must_use]
    pub fn has_path(&self, path: &str) -> bool {
        self.properties.iter().any(|property| property.name == path) || self.complex.contains(&path)
    }

    /// The way of this name to related entities.
    #[must_use]
    pub fn link(&self, name: &str) -> Option<&'static Navigation> {
        self.navigation.iter().find(|link| link.name == name)
    }
}

/// One entity.
#[derive(Debug, Clone)]
pub struct Entity {
    pub(crate) ty: &'static EntityType,
    pub(crate) values: Vec<Value>,
    /// What `$expand` asked for, by the name of its link.
    pub(crate) related: Vec<(&'static str, Vec<Entity>)>,
}

impl Entity {
    /// Its type.
    #[must_use]
    pub fn ty(&self) -> &'static EntityType {
        self.ty
    }

    /// The value of a property; `None` when there is no such property.
    #[must_use]
    pub fn value(&self, name: &str) -> Option<&Value> {
        let at = self.ty.properties.iter().position(|property| property.name == name)?;
        self.values.get(at)
    }

    /// The values of its key.
    #[must_use]
    pub fn key(&self) -> Vec<Value> {
        self.pairs().filter(|(property, _)| property.key).map(|(_, value)| value.clone()).collect()
    }

    /// What a filter finds at a path.
    #[must_use]
    pub fn at(&self, path: &str) -> Option<Value> {
        self.value(path).cloned().or_else(|| self.ty.complex.contains(&path).then_some(Value::Null))
    }

    /// `IntegrationPackages('X')`, percent-encoded.
    #[must_use]
    pub fn path(&self) -> String {
        let keys: Vec<_> = self.pairs().filter(|(property, _)| property.key).collect();
        let predicate = match keys[..] {
            [(_, value)] => literal::key(value),
            _ => {
                let named = keys.iter().map(|(property, value)| format!("{}={}", property.name, literal::key(value)));
                named.collect::<Vec<_>>().join(",")
            }
        };
        format!("{}({predicate})", self.ty.set)
    }

    /// The entity with related ones, which are then written out instead of deferred.
    #[must_use]
    pub fn with(mut self, link: &Navigation, related: Vec<Entity>) -> Self {
        self.related.push((link.name, related));
        self
    }

    /// The related entities behind a link, if they were asked for.
    #[must_use]
    pub fn related(&self, link: &str) -> Option<&[Entity]> {
        self.related.iter().find(|(name, _)| *name == link).map(|(_, related)| related.as_slice())
    }

    pub(crate) fn pairs(&self) -> impl Iterator<Item = (&'static Property, &Value)> {
        self.ty.properties.iter().zip(&self.values)
    }
}
