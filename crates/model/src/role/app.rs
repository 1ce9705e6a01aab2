//! The applications whose scopes are in tokens, and their plan indices, which never change.

/// An application.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord, Hash)]
pub enum App {
    /// Cloud Transport Management as people subscribe to it.
    Tms,
    /// Cloud Transport Management as its keys see it.
    TmsBackend,
    /// SAP Cloud ALM.
    CloudAlm,
    /// Cloud Integration.
    Integration,
    ContentAgent,
    /// The Destination service.
    Destination,
    Connectivity,
    /// Accounts of the global account.
    CisCentral,
    /// Accounts of one subaccount.
    CisLocal,
    ServiceManager,
    /// Authorization and trust: its scopes have no prefix.
    Xsuaa,
}

/// All of them.
pub const ALL: &[App] = &[
    App::Tms,
    App::TmsBackend,
    App::CloudAlm,
    App::Integration,
    App::ContentAgent,
    App::Destination,
    App::Connectivity,
    App::CisCentral,
    App::CisLocal,
    App::ServiceManager,
    App::Xsuaa,
];

impl App {
    /// Its id: name, `!`, and the plan index.
    #[must_use]
    pub const fn id(self) -> &'static str {
        match self {
            Self::Tms => "alm-ts!t1603",
            Self::TmsBackend => "alm-ts-backend!b12",
            Self::CloudAlm => "sapcloudalm!b2",
            Self::Integration => "it!b117",
            Self::ContentAgent => "content-agent!b58",
            Self::Destination => "destination-xsappname!b9",
            Self::Connectivity => "connectivity!b17",
            Self::CisCentral => "cis-central!b14",
            Self::CisLocal => "cis-local!b4",
            Self::ServiceManager => "service-manager!b3",
            Self::Xsuaa => "xsuaa!t1",
        }
    }

    /// Its name, without the index.
    #[must_use]
    pub fn name(self) -> &'static str {
        self.id().split('!').next().unwrap_or_default()
    }

    /// The application with this id.
    #[must_use]
    pub fn of_id(id: &str) -> Option<Self> {
        ALL.iter().copied().find(|app| app.id() == id)
    }

    /// The broker application of a service, whose clone each instance of the service is.
    #[must_use]
    pub fn of_service(service: &str) -> Option<Self> {
        Some(match service {
            "transport" => Self::TmsBackend,
            "SAPCloudALMAPIs" | "sap-cloud-alm-api" => Self::CloudAlm,
            "it-rt" => Self::Integration,
            "content-agent" => Self::ContentAgent,
            "destination" => Self::Destination,
            "service-manager" => Self::ServiceManager,
            "cis" => Self::CisCentral,
            "xsuaa" => Self::Xsuaa,
            _ => return None,
        })
    }

    /// The id of a service instance's own application: a clone of this one, named after the instance's GUID or its
    /// `xsappname`. The client's id is the same after `sb-`.
    #[must_use]
    pub fn clone_id(self, instance: &str) -> String {
        format!("{instance}!{CLONE_INDEX}|{}", self.id())
    }
}

/// The plan index that all clones have.
pub const CLONE_INDEX: &str = "b1234";
