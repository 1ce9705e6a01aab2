//! The descriptor is a language: what stands as `${name}` and `~{dependency/name}` in its values is replaced before
//! anything is deployed.
//!
//! Rules: the resolvers of cloudfoundry/multiapps and `SystemParameters` of cloudfoundry/multiapps-controller.
//! [`resolve`] takes a descriptor into which its extensions were merged. It first replaces `${name}` by parameters
//! ([`placeholder`]: the nearest one counts), then `~{..}` by properties of what is required ([`reference`]), and at
//! last takes the backslash off what was escaped. Keys are never replaced. A name that means nothing is an error that
//! says where it stands; so is a circle, and whatever grows beyond bounds.

mod owner;
mod placeholder;
mod reference;
mod state;
mod system;
mod text;

use crate::descriptor::Descriptor;
use crate::error::{Error, Result};

pub use self::system::Target;
pub use self::text::escape;

/// The descriptor with everything replaced. `generate` makes users and passwords for `${generated-user}` and
/// `${generated-password}`, anew for each module and resource.
pub fn resolve(descriptor: &Descriptor, target: &Target, generate: &mut dyn FnMut() -> String) -> Result<Descriptor> {
    check_values(descriptor)?;
    let system = system::System::new(descriptor, target, generate)?;
    let mut state = state::State::default();
    let replaced = placeholder::all(descriptor, &system, &mut state)?;
    let mut resolved = reference::all(&replaced, &mut state)?;
    owner::each(&mut resolved, &mut |_, _, settings| {
        settings.values.values_mut().for_each(text::unescape_all);
        Ok(())
    })?;
    Ok(resolved)
}

/// A key without a value must be marked `optional: true`.
fn check_values(descriptor: &Descriptor) -> Result<()> {
    let mut copy = descriptor.clone();
    owner::each(&mut copy, &mut |_, place, settings| {
        let optional = |key: &str| settings.metadata.get(key).is_some_and(|metadata| metadata.optional);
        match settings.values.iter().find(|(key, value)| value.is_null() && !optional(key)) {
            Some((key, _)) => Err(Error::NoValue { place: place.of(key) }),
            None => Ok(()),
        }
    })
}
