//! Signatures and digests.

use anyhow::{Result, anyhow};
use aws_lc_rs::digest::{Context, SHA256};
use aws_lc_rs::rand::SystemRandom;
use aws_lc_rs::rsa::{KeyPair, KeySize};
use aws_lc_rs::signature::RSA_PKCS1_SHA256;
use std::time::{Duration, Instant};

/// RS256 signatures a second on as many threads as there are cores.
pub(crate) fn signatures(span: Duration) -> Result<f64> {
    let key = KeyPair::generate(KeySize::Rsa2048)?;
    let threads = std::thread::available_parallelism()?.get();
    let counts: Vec<_> = std::thread::scope(|scope| {
        let workers: Vec<_> = (0..threads).map(|_| scope.spawn(|| sign(&key, span))).collect();
        workers.into_iter().map(std::thread::ScopedJoinHandle::join).collect()
    });
    let mut total = 0;
    for count in counts {
        total += count.map_err(|_| anyhow!("a signing thread panicked"))??;
    }
    Ok(f64::from(total) / span.as_secs_f64())
}

fn sign(key: &KeyPair, span: Duration) -> Result<u32> {
    let (random, mut signature, mut count) = (SystemRandom::new(), vec![0; key.public_modulus_len()], 0);
    let began = Instant::now();
    while began.elapsed() < span {
        key.sign(&RSA_PKCS1_SHA256, &random, &[7; 900], &mut signature)?;
        count += 1;
    }
    Ok(count)
}

/// Bytes a second through SHA-256 alone.
pub(crate) fn sha256(size: usize) -> f64 {
    let (block, began) = (vec![5; 1 << 20], Instant::now());
    let mut context = Context::new(&SHA256);
    (0..size >> 20).for_each(|_| context.update(&block));
    std::hint::black_box(context.finish());
    size as f64 / began.elapsed().as_secs_f64()
}
