//! Transport management as its client; the same calls work through Cloud ALM, whose URL then stands in the target.

use crate::call::{Body, Call, Part};
use crate::error::Result;
use crate::http::Http;
use crate::target::Target;
use serde::de::DeserializeOwned;
use wire::tms::{
    Node, NodeUpload, NodeUploadAnswer, Nodes, Route, Routes, TransportRequest, TransportRequests, UploadedFile,
};

/// Every status that a request in a queue can have.
const ANY_STATUS: &str = "in,ru,re,su,sk,wa,er,fa,de";

async fn get<T: DeserializeOwned>(http: &Http, target: &Target, path: &str) -> Result<T> {
    http.call(target, Call::get(path).header("accept", "application/json")).await?.good().await?.json().await
}

/// All nodes.
pub async fn nodes(http: &Http, target: &Target) -> Result<Vec<Node>> {
    Ok(get::<Nodes>(http, target, "/v2/nodes").await?.nodes)
}

/// All routes.
pub async fn routes(http: &Http, target: &Target) -> Result<Vec<Route>> {
    Ok(get::<Routes>(http, target, "/v2/routes").await?.routes)
}

/// Everything in a node's queue, whatever its status.
pub async fn queue(http: &Http, target: &Target, node: i64) -> Result<Vec<TransportRequest<'static>>> {
    let path = format!("/v2/nodes/{node}/transportRequests?status={ANY_STATUS}");
    Ok(get::<TransportRequests>(http, target, &path).await?.transport_requests)
}

/// Uploads a file; `named_user` is shown as the one who did.
pub async fn upload(http: &Http, target: &Target, file: Part, named_user: Option<&str>) -> Result<UploadedFile> {
    let user = named_user.map(|user| Part::text("namedUser", user));
    let parts = user.into_iter().chain([file]).collect();
    let answer = http.call(target, Call::post("/v2/files/upload", Body::multipart(parts))).await?;
    answer.good().await?.json().await
}

/// Puts uploaded files into the queues behind a node.
pub async fn export(http: &Http, target: &Target, request: &NodeUpload) -> Result<NodeUploadAnswer> {
    let answer = http.call(target, Call::post("/v2/nodes/export", Body::json(request)?)).await?;
    answer.good().await?.json().await
}
