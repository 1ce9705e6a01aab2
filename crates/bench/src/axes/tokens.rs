//! Fresh client-credential tokens: each is a signature, and little else should cost time.

use crate::place::Place;
use crate::server::Home;
use crate::table::{Row, Table};
use crate::{Bench, connection, figure, landscape, peer, raw};
use anyhow::Result;

pub(crate) async fn measure(bench: &Bench, table: &mut Table) -> Result<()> {
    let home = Home::new(&bench.binary, Place::Embedded)?;
    let server = home.start()?;
    let ground = landscape::make(&server, &home.first()?, 0).await?;
    let before = raw::crypto::signatures(bench.span / 2)?;
    let load = connection::load(&ground.host, bench.span, ground.token_call()).await?;
    let limit = (before + raw::crypto::signatures(bench.span / 2)?) / 2.0;
    let (ratio, p99) = (load.rate / limit, load.p99.as_secs_f64() * 1e3);
    let ours = format!("{}, p99 {p99:.1} ms", figure::rate(load.rate));
    table.add(
        Row::of("fresh tokens over HTTP, 16 connections", ours)
            .beside(format!("{} RSA-2048 signatures on all cores", figure::rate(limit)))
            .ratio(ratio)
            .goal("≥ 0.9, p99 < 10 ms", ratio >= 0.9 && p99 < 10.0),
    );
    drop(server);
    beside_peer(bench, load.rate, table).await
}

async fn beside_peer(bench: &Bench, ours: f64, table: &mut Table) -> Result<()> {
    let what = "fresh tokens beside oidc-provider";
    let Some(peer) = peer::start().await? else {
        table.absent(what, "Node is not installed");
        return Ok(());
    };
    let load = connection::load(&peer.host, bench.span, peer::token_call()).await?;
    let (ratio, beside) = (ours / load.rate, format!("{}, one process per core", figure::rate(load.rate)));
    table.add(Row::of(what, figure::rate(ours)).beside(beside).ratio(ratio).goal("≥ 2", ratio >= 2.0));
    Ok(())
}
