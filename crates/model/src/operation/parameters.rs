//! What an operation of the deploy service is started with: texts, of which some have no effect here and some are refused.

use super::VersionRule;

/// What an operation was started with. What the original does not know either is not kept, and does not hinder.
#[derive(Debug, Clone, PartialEq, Eq)]
pub struct Parameters {
    /// Ids of the archive's file, or of its parts.
    pub archive: Vec<String>,
    /// Ids of extension descriptors, in any order.
    pub extensions: Vec<String>,
    /// The id that the archive must have.
    pub mta_id: Option<String>,
    /// Which versions may replace what is deployed.
    pub version_rule: VersionRule,
    /// Whether uploaded files stay afterwards.
    pub keep_files: bool,
    /// Whether a failure gives up at once.
    pub abort_on_error: bool,
    /// Whether nobody wants to look before it ends.
    pub no_confirm: bool,
    /// Only these modules.
    pub modules: Option<Vec<String>>,
    /// Only these resources are made or changed.
    pub resources: Option<Vec<String>>,
    /// The known ones as they were given.
    pub given: Vec<(String, String)>,
}

/// A parameter that cannot be used.
#[derive(Debug, Clone, PartialEq, Eq, thiserror::Error)]
pub enum BadParameter {
    /// It is not there.
    #[error("Missing required parameter \"{0}\"")]
    Missing(&'static str),
    /// It means something that does not exist here.
    #[error("The parameter \"{0}\" is not supported here; leave it out")]
    Unsupported(String),
    /// It is not of its kind.
    #[error("Value for parameter \"{name}\" is not valid: '{value}' is not {wanted}")]
    Value {
        name: String,
        value: String,
        /// What it should be.
        wanted: &'static str,
    },
}

const FLAGS: [&str; 19] = [
    "noStart",
    "keepFiles",
    "deleteServices",
    "deleteServiceKeys",
    "deleteServiceBrokers",
    "noRestartSubscribedApps",
    "noFailOnMissingPermissions",
    "abortOnError",
    "noConfirm",
    "skipIdleStart",
    "keepOriginalAppNamesAfterDeploy",
    "shouldApplyIncrementalInstancesUpdate",
    "shouldBackupPreviousVersion",
    "stopOrderIsDependencyAware",
    "skipAppDigestCalculation",
    "applyNamespaceAppNames",
    "applyNamespaceServiceNames",
    "applyNamespaceAppRoutes",
    "applyNamespaceAsSuffix",
];
/// Flags and times that concern apps, of which there are none here. Missing permissions are those for service brokers
/// that apps bring along: the original looks at that flag nowhere else.
const OF_APPS: [&str; 13] = [
    "noStart",
    "noFailOnMissingPermissions",
    "skipAppDigestCalculation",
    "noRestartSubscribedApps",
    "skipIdleStart",
    "keepOriginalAppNamesAfterDeploy",
    "shouldApplyIncrementalInstancesUpdate",
    "shouldBackupPreviousVersion",
    "stopOrderIsDependencyAware",
    "startTimeout",
    "appsStageTimeout",
    "appsUploadTimeout",
    "appsTaskExecutionTimeout",
];
/// Flags that delete what an archive does not name any more.
const DELETING: [&str; 3] = ["deleteServices", "deleteServiceKeys", "deleteServiceBrokers"];
/// How a namespace is applied; the original looks at them only when there is one.
const OF_NAMESPACES: [&str; 4] =
    ["applyNamespaceAppNames", "applyNamespaceServiceNames", "applyNamespaceAppRoutes", "applyNamespaceAsSuffix"];
/// What would change where content arrives, or what it is, or who is told of it (the Change and Transport System, from
/// `ctsProcessId` on), and does not exist here: who asks for it must not be told that all is well.
const REFUSED: [&str; 12] = [
    "namespace",
    "isSecurityEnabled",
    "disposableUserProvidedServiceName",
    "isDisposableUserProvidedServiceEnabled",
    "ctsProcessId",
    "fileList",
    "deployUri",
    "userId",
    "password",
    "applType",
    "transferType",
    "strategy",
];
const SECONDS: [&str; 4] = ["startTimeout", "appsStageTimeout", "appsUploadTimeout", "appsTaskExecutionTimeout"];
const TEXTS: [&str; 6] =
    ["appArchiveId", "mtaExtDescriptorId", "mtaId", "versionRule", "modulesForDeployment", "resourcesForDeployment"];
/// Three days.
const LONGEST: u64 = 259_200;

/// Every parameter with the default it has, for those who ask what there is.
#[must_use]
pub fn known_parameters() -> Vec<(&'static str, Option<&'static str>)> {
    let default = |name: &str| match name {
        "versionRule" => Some("SAME_HIGHER"),
        _ => None,
    };
    let texts = TEXTS.iter().map(|name| (*name, default(name)));
    let flags = FLAGS.iter().map(|name| (*name, Some("false")));
    texts.chain(flags).chain(SECONDS.iter().map(|name| (*name, None))).collect()
}

impl Parameters {
    /// Reads what was given: text, in which an empty value is as good as none.
    ///
    /// # Errors
    /// Names the parameter that is missing or malformed.
    pub fn read(given: Vec<(String, String)>) -> Result<Self, BadParameter> {
        let asked = |(name, value): &&(String, String)| {
            REFUSED.contains(&name.as_str()) && !["", "false"].contains(&value.trim().to_ascii_lowercase().as_str())
        };
        if let Some((name, _)) = given.iter().find(asked) {
            return Err(BadParameter::Unsupported(name.clone()));
        }
        let known = |name: &str| TEXTS.contains(&name) || FLAGS.contains(&name) || SECONDS.contains(&name);
        let given: Vec<(String, String)> =
            given.into_iter().filter(|(name, value)| known(name) && !value.trim().is_empty()).collect();
        let text = |name: &str| given.iter().find(|(known, _)| known == name).map(|(_, value)| value.trim().to_owned());
        let list = |name: &str| text(name).map(|text| split(&text));
        for name in SECONDS {
            text(name).map_or(Ok(()), |value| seconds(name, value))?;
        }
        let flags = FLAGS.iter().map(|name| text(name).map_or(Ok((*name, false)), |value| flag(name, value)));
        let flags = flags.collect::<Result<Vec<_>, _>>()?;
        let is_set = |name: &str| flags.contains(&(name, true));
        Ok(Self {
            archive: list("appArchiveId").filter(|ids| !ids.is_empty()).ok_or(BadParameter::Missing("appArchiveId"))?,
            extensions: list("mtaExtDescriptorId").unwrap_or_default(),
            mta_id: text("mtaId"),
            version_rule: text("versionRule").map_or(Ok(VersionRule::SameHigher), version_rule)?,
            keep_files: is_set("keepFiles"),
            abort_on_error: is_set("abortOnError"),
            no_confirm: is_set("noConfirm"),
            modules: list("modulesForDeployment"),
            resources: list("resourcesForDeployment"),
            given,
        })
    }

    /// What is asked for and has no effect here, a sentence each.
    #[must_use]
    pub fn without_effect(&self) -> Vec<String> {
        let asked = |name: &str| {
            let is_set = |value: &str| SECONDS.contains(&name) || value.trim().eq_ignore_ascii_case("true");
            self.given.iter().any(|(given, value)| given == name && is_set(value))
        };
        let why = [
            (&DELETING[..], ": nothing is deleted here by a deployment"),
            (&OF_NAMESPACES, ": there are no namespaces here"),
            (&OF_APPS, ", because content is deployed here and no app"),
        ];
        let sentences = why.into_iter().flat_map(|(names, why)| {
            names.iter().filter(|name| asked(name)).map(move |name| format!("the parameter {name} has no effect{why}"))
        });
        sentences.collect()
    }
}

fn split(text: &str) -> Vec<String> {
    text.split(',').map(str::trim).filter(|item| !item.is_empty()).map(str::to_owned).collect()
}

fn flag(name: &'static str, value: String) -> Result<(&'static str, bool), BadParameter> {
    match value.to_ascii_lowercase().as_str() {
        "true" => Ok((name, true)),
        "false" => Ok((name, false)),
        _ => Err(BadParameter::Value { name: name.to_owned(), value, wanted: "true or false" }),
    }
}

fn seconds(name: &str, value: String) -> Result<(), BadParameter> {
    match value.parse::<u64>() {
        Ok(number) if number <= LONGEST => Ok(()),
        _ => Err(BadParameter::Value { name: name.to_owned(), value, wanted: "a number of seconds up to 259200" }),
    }
}

fn version_rule(value: String) -> Result<VersionRule, BadParameter> {
    match value.as_str() {
        "HIGHER" => Ok(VersionRule::Higher),
        "SAME_HIGHER" => Ok(VersionRule::SameHigher),
        "ALL" => Ok(VersionRule::All),
        _ => {
            let wanted = "one of HIGHER, SAME_HIGHER, ALL";
            Err(BadParameter::Value { name: "versionRule".to_owned(), value, wanted })
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn given(pairs: &[(&str, &str)]) -> Vec<(String, String)> {
        pairs.iter().map(|(name, value)| ((*name).to_owned(), (*value).to_owned())).collect()
    }

    #[test]
    fn parameters_are_text_and_unknown_ones_do_not_hinder() {
        let read = Parameters::read(given(&[
            ("appArchiveId", "b, a,"),
            ("mtaExtDescriptorId", "e1,e2"),
            ("versionRule", "ALL"),
            ("keepFiles", "TRUE"),
            ("targetPlatform", "org space"),
            ("mtaId", ""),
            ("startTimeout", "120"),
        ]))
        .unwrap();
        assert_eq!(
            (read.archive, read.extensions),
            (vec!["b".to_owned(), "a".to_owned()], vec!["e1".to_owned(), "e2".to_owned()])
        );
        assert_eq!((read.version_rule, read.keep_files, read.mta_id), (VersionRule::All, true, None));
        assert!(read.given.iter().all(|(name, _)| name != "targetPlatform"));
    }

    #[test]
    fn bad_parameters_are_named() {
        let archive = ("appArchiveId", "a");
        for (pairs, part) in [
            (vec![], "appArchiveId"),
            (vec![("appArchiveId", " , ")], "appArchiveId"),
            (vec![archive, ("versionRule", "LOWER")], "versionRule"),
            (vec![archive, ("keepFiles", "yes")], "keepFiles"),
            (vec![archive, ("startTimeout", "259201")], "startTimeout"),
            (vec![archive, ("appsStageTimeout", "soon")], "appsStageTimeout"),
        ] {
            let error = Parameters::read(given(&pairs)).unwrap_err().to_string();
            assert!(error.contains(part), "{error}");
        }
        assert!(known_parameters().contains(&("versionRule", Some("SAME_HIGHER"))));
    }

    #[test]
    fn what_has_no_effect_is_said_and_what_changes_the_meaning_is_refused() {
        let read = |more: &[(&str, &str)]| Parameters::read(given(&[&[("appArchiveId", "a")], more].concat()));
        let said = |more: &[(&str, &str)]| read(more).unwrap().without_effect();
        let of_apps = "no effect, because content is deployed here and no app";
        for name in OF_APPS {
            let value = if SECONDS.contains(&name) { "120" } else { "true" };
            let warnings = said(&[(name, value)]);
            assert!(warnings.len() == 1 && warnings[0].contains(name) && warnings[0].contains(of_apps), "{warnings:?}");
            assert!(SECONDS.contains(&name) || said(&[(name, "false")]).is_empty(), "{name}");
        }
        for name in DELETING {
            assert!(said(&[(name, "TRUE")])[0].contains("nothing is deleted"), "{name}");
        }
        for name in OF_NAMESPACES {
            assert!(said(&[(name, "true")])[0].contains("no namespaces here"), "{name}");
            assert!(read(&[(name, "maybe")]).unwrap_err().to_string().contains(name));
        }
        for name in REFUSED {
            assert_eq!(read(&[(name, "true")]).unwrap_err(), BadParameter::Unsupported(name.to_owned()));
            assert!(read(&[(name, "")]).is_ok(), "an empty value is as good as none");
        }
        assert!(said(&[("noConfirm", "true"), ("keepFiles", "true")]).is_empty());
    }
}
