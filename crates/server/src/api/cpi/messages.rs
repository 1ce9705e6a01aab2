//! `MessageProcessingLogs`. A tenant here keeps and deploys content but runs no messages, so it has none to tell of:
//! the set is there for clients that look whether a flow has failed.

use super::call::{Call, Outcome, is_list};
use super::error::Problem;
use super::schema::MESSAGE;
use engine::content::rights::SeeRuntime;
use http::Method;
use odata::v2::Segment;

pub(super) async fn handle(call: &Call, first: &Segment, rest: &[Segment]) -> Outcome {
    if call.method != Method::GET {
        return Err(Problem::not_allowed());
    }
    call.as_caller::<SeeRuntime>().await?;
    match &first.key {
        None if is_list(rest) => call.list(MESSAGE, Vec::new()),
        _ => Err(Problem::not_found()),
    }
}
