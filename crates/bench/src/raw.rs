//! What the machine could do if there were nothing but the one thing that cannot be left out.

use anyhow::Result;
use aws_lc_rs::digest::{Context, SHA256};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::RSA_PKCS1_SHA256;
use rusqlite::Connection;
use std::fs::File;
use std::io::Write;
use std::path::Path;
use std::time::{Duration, Instant};

/// RS256 signatures a second on this many threads.
pub(crate) fn signatures(threads: usize, span: Duration) -> Result<f64> {
    let key = KeyPair::generate(KeySize::Rsa2048)?;
    let sign = || -> Result<u32> {
        let (random, mut signature, mut count) = (SystemRandom::new(), vec![0; key.public_modulus_len()], 0);
        let began = Instant::now();
        while began.elapsed() < span {
            key.sign(&RSA_PKCS1_SHA256, &random, &[7; 900], &mut signature)?;
            count += 1;
        }
        Ok(count)
    };
    let counts: Vec<_> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(sign)).collect();
        workers.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
    });
    let mut total = 0;
    for count in counts {
        total += count.map_err(|_| anyhow::anyhow!("a signing thread panicked"))??;
    }
    Ok(f64::from(total) / span.as_secs_f64())
}

/// Bytes a second through SHA-256 alone.
pub(crate) fn sha256(size: usize) -> f64 {
    let (block, began) = (vec![5; 1 << 20], Instant::now());
    let mut context = Context::new(&SHA256);
    (0..size >> 20).for_each(|_| context.update(&block));
    std::hint::black_box(context.finish());
    size as f64 / began.elapsed().as_secs_f64()
}

/// Bytes a second into a file that is synced at the end.
pub(crate) fn disk(folder: &Path, size: usize) -> Result<f64> {
    let (block, began) = (vec![5; 1 << 20], Instant::now());
    let mut file = File::create(folder.join("raw"))?;
    for _ in 0..size >> 20 {
        file.write_all(&block)?;
    }
    file.sync_all()?;
    Ok(size as f64 / began.elapsed().as_secs_f64())
}

/// Transports a second in a bare loop: four durable transactions each, with as many rows as a transport writes,
/// `group` transports sharing each commit.
pub(crate) fn transports(folder: &Path, group: u32, span: Duration) -> Result<f64> {
    let db = Connection::open(folder.join(format!("raw-{group}.db")))?;
    db.execute_batch(
        "pragma journal_mode = wal; pragma synchronous = full;
         create table thing (id integer primary key, kind text not null, detail text not null, content blob);
         create index thing_kind on thing (kind, id);",
    )?;
    let (mut done, began) = (0, Instant::now());
    while began.elapsed() < span {
        for rows in [2, 5, 6, 10] {
            db.execute_batch("begin immediate")?;
            for _ in 0..group * rows {
                db.prepare_cached("insert into thing (kind, detail, content) values (?1, ?2, ?3)")?.execute((
                    "transport",
                    "{\"name\":\"shop.mtar\",\"size\":2000}",
                    &[9; 200][..],
                ))?;
            }
            db.execute_batch("commit")?;
        }
        done += group;
    }
    Ok(f64::from(done) / began.elapsed().as_secs_f64())
}
