//! One artifact: what it is, its parameters and versions, what runs of it.

use super::check_deployable;
use crate::caller::{Caller, Can};
use crate::content::artifact::{Which, must_find};
use crate::content::rights::{ConfigureArtifacts, DeployArtifacts, ReadPackages, SeeRuntime};
use crate::content::tenant::Tenant;
use crate::content::{configuration, package, rows};
use crate::cx::Cx;
use crate::error::{Error, Result};
use model::artifact::{Configured, Parameter};
use store::artifact::Artifact as Row;
pub use store::artifact::Version;
use store::package::Package;
use store::tenant::Runtime;

/// How many versions are shown.
const VERSIONS: i64 = 50;

/// An artifact.
#[derive(Debug, Clone)]
pub struct Seen {
    pub artifact: Row,
    pub package: Package,
    pub description: String,
    pub parameters: Vec<Value>,
    /// The newest of those that were kept.
    pub versions: Vec<Version>,
    /// Who has it open.
    pub locked_by: Option<String>,
    /// What is deployed, for whoever may know.
    pub runtime: Option<Runtime>,
    pub can: Can,
    /// The version of what is configured.
    pub configuration_version: String,
}

/// A parameter with its values.
#[derive(Debug, Clone)]
pub struct Value {
    pub parameter: Parameter,
    /// What was configured in this tenant; without it the default holds.
    pub configured: Option<String>,
}

/// One artifact as it is now.
///
/// # Errors
/// `NotFound`.
pub async fn read(cx: &Cx, caller: &Caller<ReadPackages>, tenant: &Tenant, which: Which) -> Result<Seen> {
    let subaccount = tenant.subaccount;
    let read = cx.db.report(async move |tx| {
        let artifact = must_find(tx, subaccount, &which).await?;
        let package = package::must_find(tx, subaccount, &artifact.package).await?;
        let configured = store::artifact::values(tx, subaccount, &artifact.reg_id).await?;
        let versions = store::artifact::versions(tx, subaccount, &artifact.reg_id, VERSIONS).await?;
        let holder = store::artifact::lock_holder(tx, subaccount, &artifact.reg_id).await?;
        let runtime = store::tenant::runtime(tx, subaccount, &artifact.id).await?;
        Ok::<_, Error>((artifact, package, configured, versions, holder, runtime))
    });
    let (mut artifact, package, configured, versions, locked_by, runtime) = read.await?;
    let runtime = runtime.filter(|runtime| runtime.kind == artifact.kind);
    let can = can(caller, &artifact, &package, runtime.is_some());
    let mut configured: Configured = configured.into_iter().collect();
    let configuration_version = configuration::version(&configured);
    let value = |parameter: Parameter| Value { configured: configured.remove(&parameter.key), parameter };
    Ok(Seen {
        description: rows::attribute_of(&artifact.resource, &artifact.id, "Description")?,
        parameters: std::mem::take(&mut artifact.parameters).into_iter().map(value).collect(),
        runtime: runtime.filter(|_| caller.may::<SeeRuntime>().is_ok()),
        artifact,
        package,
        versions,
        locked_by,
        can,
        configuration_version,
    })
}

fn can(caller: &Caller<ReadPackages>, artifact: &Row, package: &Package, is_deployed: bool) -> Can {
    let deploy = caller.may::<DeployArtifacts>();
    let deployable = check_deployable(&artifact.kind).map_err(|error| error.message().to_owned());
    let deployed = if is_deployed { Ok(()) } else { Err("it is not deployed".to_owned()) };
    let open = package::refuse_read_only(package).map_err(|error| error.message().to_owned());
    vec![
        ("configure", caller.may::<ConfigureArtifacts>()),
        ("deploy", deploy.clone().and(deployable)),
        ("undeploy", deploy.and(deployed)),
        ("seeRuntime", caller.may::<SeeRuntime>()),
        ("download", open),
    ]
}
