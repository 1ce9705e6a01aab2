//! The use cases without HTTP: an engine in this process, with pairs of virtual nodes.

use crate::place::Place;
use anyhow::Result;
use bytes::Bytes;
use engine::cx::Parts;
use engine::random::Random;
use engine::transport::queue::{Filter, Queued, Span};
use engine::transport::request::NewRequest;
use engine::transport::upload::Incoming;
use engine::transport::{import, node, queue, request, route, upload};
use engine::vault::Vault;
use engine::{Addresses, Caller, Clock, Cx, Settings};
use model::node::{Change, Node};
use model::queue::Status;
use model::request::{ContentType, StorageType};
use model::{NodeId, NodeName, SubaccountId, route as rules};
use std::path::Path;
use store::blob::Blobs;
use store::{Db, DbUrl, Options};

/// What a small upload carries.
pub(crate) const CONTENT: [u8; 2_000] = [7; 2_000];

/// A node with another one behind it.
#[derive(Debug, Clone)]
pub(crate) struct Pair {
    pub(crate) source: Node,
    pub(crate) next: NodeId,
}

/// An engine and whom it works for.
#[derive(Debug, Clone)]
pub(crate) struct Local {
    cx: Cx,
    subaccount: SubaccountId,
}

impl Local {
    /// On a database of its own in `folder`, or there.
    pub(crate) async fn fresh(place: &Place, folder: &Path) -> Result<Self> {
        let id = SubaccountId(Random::system().uuid());
        Self::open(&place.url(&folder.join("data")), folder, id).await
    }

    /// On a database that is there.
    pub(crate) async fn open(url: &DbUrl, folder: &Path, subaccount: SubaccountId) -> Result<Self> {
        let db = Db::open(url, Options::default()).await?;
        let blobs = Blobs::open(folder.join("blobs"))?;
        let http = client::Http::new(client::Options::default())?;
        let settings = Settings::new(Addresses::new("http://127.0.0.1", None));
        let vault = Vault::new(&[7; 32])?;
        let cx = Cx::new(Parts { db, blobs, http, clock: Clock::System, random: Random::system(), vault, settings });
        Ok(Self { cx, subaccount })
    }

    fn caller<P>(&self) -> Caller<P> {
        Caller::system("bench", self.subaccount)
    }

    /// Pairs of virtual nodes.
    pub(crate) async fn pairs(&self, count: usize) -> Result<Vec<Pair>> {
        let mut pairs = Vec::with_capacity(count);
        for number in 0..count {
            let source = self.node(format!("SRC{number}")).await?;
            let next = self.node(format!("DST{number}")).await?.id;
            let draft = rules::Draft { name: format!("R{number}"), description: None, source: source.id, target: next };
            route::create(&self.cx, self.caller(), draft).await?;
            pairs.push(Pair { source, next });
        }
        Ok(pairs)
    }

    async fn node(&self, name: String) -> Result<Node> {
        let (name, yes) = (Some(NodeName(name)), Some(true));
        let change = Change { name, upload_allowed: yes, is_virtual: yes, ..Change::default() };
        Ok(node::create(&self.cx, self.caller(), change).await?)
    }

    /// A small transport: a file, a request of it in the queue of the source, and its import, which forwards it.
    pub(crate) async fn transport(&self, pair: &Pair) -> Result<()> {
        let mut incoming = Incoming::new(&self.cx, self.cx.settings.max_upload);
        incoming.write(Bytes::from_static(&CONTENT)).await?;
        let received = incoming.finish().await?;
        let file = upload::register(&self.cx, self.caller(), received, "a.bin", None).await?;
        let new = NewRequest {
            node: pair.source.name().to_string(),
            // Content of an own type is not looked into: the file need not be an archive.
            content_type: ContentType::Xscdu,
            storage_type: StorageType::File,
            description: "bench".to_owned(),
            named_user: None,
            uris: vec![file.id.to_string()],
        };
        request::upload(&self.cx, self.caller(), new).await?;
        import::all(&self.cx, self.caller(), pair.source.id, None).await?;
        Ok(())
    }

    /// How many requests wait in a queue.
    pub(crate) async fn waiting(&self, node: NodeId) -> Result<i64> {
        Ok(self.cx.db.read(async move |tx| store::queue::count(tx, node, Status::Initial).await).await?)
    }

    /// A page of a queue, as the API reads it; how many rows it has.
    pub(crate) async fn page(&self, node: NodeId, after: i64) -> Result<usize> {
        let filter = Filter {
            statuses: vec![Status::Initial],
            created_from: None,
            created_to: None,
            queued_from: None,
            queued_to: None,
            owner: None,
            text: String::new(),
        };
        let span = Span { after, limit: crate::seed::PAGE };
        let look = |queued: &Queued<'_>, entries: &str, _: &mut Vec<u8>| {
            std::hint::black_box((queued, entries));
        };
        Ok(queue::page(&self.cx, self.caller(), node, filter, span, look).await?.ends.len())
    }
}
