//! What the machine could do if there were nothing but the one thing that cannot be left out.

pub(crate) mod crypto;
pub(crate) mod disk;
pub(crate) mod fixed;
pub(crate) mod job;
pub(crate) mod page;
pub(crate) mod statement;
pub(crate) mod transport;

#[cfg(test)]
mod tests {
    use crate::local::Local;
    use crate::place::Place;

    #[tokio::test]
    async fn the_raw_loops_run_the_statements_of_the_store() {
        let folder = tempfile::tempdir().unwrap();
        let local = Local::fresh(&Place::Embedded, folder.path()).await.unwrap();
        let pair = local.pairs(1).await.unwrap().remove(0);
        local.transport(&pair).await.unwrap();
        assert_eq!(local.page(pair.next, 0).await.unwrap(), 1);
        let raw = super::transport::ALL.into_iter().chain([super::page::PAGE]);
        let strange: Vec<&str> = raw.filter(|sql| !store::testing::has_run(sql)).collect();
        assert_eq!(strange, Vec::<&str>::new());
    }
}
