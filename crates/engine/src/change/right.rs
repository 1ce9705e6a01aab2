//! Who may call Cloud ALM at all. What somebody may do with a feature is decided beside the feature.

use crate::caller::rights;
use model::role::{Holder, Right, alm};

rights! {
    /// Read features: technical clients of the public API.
    ReadFeatures => alm::right(&[alm::FEATURES_READ]),
    /// Change features: technical clients of the public API.
    WriteFeatures => alm::right(&[alm::FEATURES_WRITE]),
    /// Read projects: technical clients of the public API.
    ReadProjects => alm::right(&[alm::PROJECTS_READ]),
    /// Make projects: technical clients of the public API.
    WriteProjects => alm::right(&[alm::PROJECTS_WRITE]),
    /// Work with features, as a person with any role of Cloud ALM.
    Work => Right::new(alm::APPS, &alm::ROLES, "a role of SAP Cloud ALM is needed, for example imp_pjm_ProjectViewer")
        .of(Holder::Person("this API is for people; technical clients use calm-features/v1")),
    /// Read through the pass-through.
    PassRead => alm::right(&[alm::CDM_MANAGE, alm::CDM_DISPLAY]),
    /// Write through the pass-through.
    PassWrite => alm::right(&[alm::CDM_MANAGE]),
}
