//! One registry of typed ids: an id of one kind cannot stand where another is wanted.

use serde::{Deserialize, Serialize};
use std::fmt;
use std::str::FromStr;
use uuid::Uuid;

/// An id that could not be read: it is not of the form its kind has.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
#[error("'{text}' is not a valid {kind}")]
pub struct BadId {
    /// What was wanted.
    pub kind: &'static str,
    pub text: String,
}

/// Declares id types over `i64` (numbers shown to people, growing, unique across replicas), `Uuid` (GUIDs) or
/// `String` (names that are keys).
macro_rules! id {
    (@common $name:ident, $inner:ty) => {
        impl fmt::Display for $name {
            fn fmt(&self, f: &mut fmt::Formatter<'_>) -> fmt::Result {
                fmt::Display::fmt(&self.0, f)
            }
        }
        impl FromStr for $name {
            type Err = BadId;
            fn from_str(text: &str) -> Result<Self, BadId> {
                text.parse::<$inner>().map(Self).map_err(|_| BadId { kind: stringify!($name), text: text.to_owned() })
            }
        }
    };
    ($($name:ident(i64)),* $(,)?) => {$(
        #[doc = concat!("A `", stringify!($name), "`.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub i64);
        impl $name {
            /// The number, as stored and as sent.
            #[must_use]
            pub const fn get(self) -> i64 {
                self.0
            }
        }
        id!(@common $name, i64);
    )*};
    ($($name:ident(Uuid)),* $(,)?) => {$(
        #[doc = concat!("A `", stringify!($name), "`.")]
        #[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub Uuid);
        impl $name {
            /// The GUID, as stored and as sent: lower case with hyphens.
            #[must_use]
            pub fn text(self) -> String {
                self.0.to_string()
            }
        }
        id!(@common $name, Uuid);
    )*};
    ($($name:ident(String)),* $(,)?) => {$(
        #[doc = concat!("A `", stringify!($name), "`.")]
        #[derive(Debug, Clone, PartialEq, Eq, PartialOrd, Ord, Hash, Serialize, Deserialize)]
        #[serde(transparent)]
        pub struct $name(pub String);
        impl $name {
            /// The name, exactly as given.
            #[must_use]
            pub fn as_str(&self) -> &str {
                &self.0
            }
        }
        id!(@common $name, String);
    )*};
}

id!(NodeId(i64), TargetId(i64), RouteId(i64), FileId(i64), RequestId(i64), EntryId(i64), QueueId(i64), ActionId(i64));
id!(MessageId(i64), ExtDescriptorId(i64), JobId(i64));
id!(GlobalAccountId(Uuid), SubaccountId(Uuid), SubscriptionId(Uuid), OrgGuid(Uuid), SpaceGuid(Uuid), CfRoleGuid(Uuid));
id!(InstanceId(Uuid), BindingId(Uuid), PersonId(Uuid), ProjectId(Uuid), FeatureId(Uuid), ActivityId(Uuid));
id!(OperationId(Uuid), DeployFileId(Uuid), RuntimeTaskId(Uuid));
id!(DestinationName(String), NodeName(String), ClientId(String), PackageId(String), ArtifactId(String));

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn an_id_of_another_form_is_refused_by_name() {
        let bad = "x1".parse::<NodeId>().unwrap_err();
        assert_eq!(bad.to_string(), "'x1' is not a valid NodeId");
    }

    #[test]
    fn ids_are_transparent_on_the_wire() {
        assert_eq!(serde_json::to_string(&NodeId(7)).unwrap(), "7");
        assert_eq!(
            serde_json::from_str::<SubaccountId>("\"00000000-0000-0000-0000-000000000007\"").unwrap().0.as_u128(),
            7
        );
    }
}
