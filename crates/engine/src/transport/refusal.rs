//! How the rules of `model` are told to callers: which kind of refusal each is.

use crate::error::Error;
use model::ext_descriptor::BadBinding;
use model::first_landscape::BadWish;
use model::import::Refused;
use model::node::BadNode;
use model::queue::WrongStatus;
use model::request::BadRequest;
use model::route::BadRoute;
use model::word::UnknownWord;

impl From<BadRequest> for Error {
    fn from(why: BadRequest) -> Self {
        Self::invalid(why.to_string())
    }
}

impl From<UnknownWord> for Error {
    fn from(why: UnknownWord) -> Self {
        Self::invalid(why.to_string())
    }
}

impl From<BadBinding> for Error {
    fn from(why: BadBinding) -> Self {
        Self::unprocessable(why.to_string())
    }
}

impl From<BadNode> for Error {
    fn from(why: BadNode) -> Self {
        Self::unprocessable(why.to_string())
    }
}

impl From<BadWish> for Error {
    fn from(why: BadWish) -> Self {
        Self::unprocessable(why.to_string())
    }
}

impl From<BadRoute> for Error {
    fn from(why: BadRoute) -> Self {
        Self::unprocessable(why.to_string())
    }
}

impl From<WrongStatus> for Error {
    fn from(why: WrongStatus) -> Self {
        Self::unprocessable(why.to_string())
    }
}

impl From<Refused> for Error {
    fn from(why: Refused) -> Self {
        let message = why.to_string();
        match why {
            Refused::NotInQueue(_) => Self::not_found(message),
            Refused::NothingNamed => Self::invalid(message),
            Refused::Disabled { .. } | Refused::Controlled(_) | Refused::SelectedAbap(_) | Refused::Status(_) => {
                Self::unprocessable(message)
            }
        }
    }
}
