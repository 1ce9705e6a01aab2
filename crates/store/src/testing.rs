//! A PostgreSQL for tests: one private cluster per process, a fresh database per call.
//!
//! The cluster is made from the `initdb` and `pg_ctl` in the path and listens on a socket in a folder of its own. It
//! dies with the test process, however that ends: a watcher stops it when the pipe that the process holds is closed.
//! `TEST_POSTGRES_URL` names a server to use instead.

use std::collections::BTreeSet;
use std::ffi::OsStr;
use std::io::{Error, Result};
use std::os::unix::fs::{PermissionsExt, chown};
use std::os::unix::process::CommandExt;
use std::path::{Path, PathBuf};
use std::process::{Child, Command, Stdio};
use std::sync::atomic::{AtomicU32, Ordering};
use std::sync::{Mutex, OnceLock, PoisonError};

static STATEMENTS: Mutex<BTreeSet<&'static str>> = Mutex::new(BTreeSet::new());
static SERVER: OnceLock<Option<Server>> = OnceLock::new();
static DATABASES: AtomicU32 = AtomicU32::new(0);
/// The name of the database that [`postgres_ready`] copies.
static TEMPLATE: OnceLock<String> = OnceLock::new();

/// Who runs the cluster where the tests run as root, which PostgreSQL refuses.
const USERS: [&str; 2] = ["postgres", "nobody"];

/// Fast rather than safe: nobody wants to keep what a test wrote.
const SETTINGS: &str = "-c listen_addresses='' -c fsync=off -c synchronous_commit=off -c full_page_writes=off \
    -c shared_buffers=32MB -c max_connections=400 -c autovacuum=off";

/// The end of the pipe stays open as long as this process lives. It may die while the cluster is still being made, so
/// the folder can fill once more behind the first attempt.
const WATCH: &str = r#"read -r _
for _ in 1 2 3 4 5 6 7 8; do
    pg_ctl -D "$1/data" -m immediate -w stop
    rm -rf "$1" && break
    sleep 1
done"#;

pub(crate) fn note(sql: &'static str) {
    STATEMENTS.lock().unwrap_or_else(PoisonError::into_inner).insert(sql);
}

/// Whether this process has run exactly this statement on SQLite.
#[must_use]
pub fn has_run(sql: &str) -> bool {
    STATEMENTS.lock().unwrap_or_else(PoisonError::into_inner).contains(sql)
}

/// The address of a fresh, empty database.
///
/// # Panics
///
/// With `CI=true`, if no PostgreSQL can be started; elsewhere it says so and answers `None`, so that the test of this
/// engine is left out. Always, if the database cannot be created on a server that is there.
#[must_use]
pub fn postgres_url() -> Option<String> {
    server().map(|server| with_database(&server.url, &fresh(&server.url, "template1")))
}

/// The address of a fresh database whose schema is up to date: a copy is made faster than all migrations are run.
///
/// # Panics
/// As [`postgres_url`].
#[must_use]
pub fn postgres_ready() -> Option<String> {
    let server = server()?;
    let template = TEMPLATE.get_or_init(|| {
        let name = fresh(&server.url, "template1");
        let url = with_database(&server.url, &name);
        apart(|| migrate(&url)).unwrap_or_else(|cause| panic!("no schema: {cause}"));
        name
    });
    Some(with_database(&server.url, &fresh(&server.url, template)))
}

fn server() -> Option<&'static Server> {
    let found = SERVER.get_or_init(|| match Server::find() {
        Ok(server) => Some(server),
        Err(cause) if std::env::var_os("CI").is_some_and(|ci| ci == "true") => panic!("no PostgreSQL: {cause}"),
        Err(cause) => {
            eprintln!("no PostgreSQL, its tests are left out: {cause}");
            None
        }
    });
    found.as_ref()
}

/// Makes a database like that one; its name.
fn fresh(server: &str, template: &str) -> String {
    let name = format!("ropeway_test_{}_{}", std::process::id(), DATABASES.fetch_add(1, Ordering::Relaxed));
    apart(|| create(server, &name, template)).unwrap_or_else(|cause| panic!("cannot create a database: {cause}"));
    name
}

/// Makes an embedded database from the text of a dump, as a release before left it.
///
/// # Errors
/// Of the file system, and of the statements.
pub fn restore(dir: &Path, dump: &str) -> crate::Result<()> {
    std::fs::create_dir_all(dir)?;
    let conn = rusqlite::Connection::open(dir.join(crate::sqlite::FILE)).map_err(crate::sqlite::error)?;
    conn.execute_batch(dump).map_err(crate::sqlite::error)
}

/// Makes an empty database of an older schema version, and puts these rows into it.
///
/// # Errors
/// Of the database.
pub async fn older(url: &crate::DbUrl, version: i32, rows: &str) -> crate::Result<()> {
    match url {
        crate::DbUrl::Sqlite(dir) => {
            std::fs::create_dir_all(dir)?;
            let file = dir.join(crate::sqlite::FILE);
            let mut conn = rusqlite::Connection::open(file).map_err(crate::sqlite::error)?;
            crate::migrate::older::sqlite(&mut conn, version)?;
            conn.execute_batch(rows).map_err(crate::sqlite::error)
        }
        crate::DbUrl::Postgres(url) => {
            let connect = tokio_postgres::connect(url, tokio_postgres::NoTls).await;
            let (mut client, connection) = connect.map_err(crate::postgres::error)?;
            let drive = tokio::spawn(connection);
            crate::migrate::older::postgres(&mut client, version).await?;
            client.batch_execute(rows).await.map_err(crate::postgres::error)?;
            drop(client);
            drop(drive.await);
            Ok(())
        }
    }
}

/// A server, and what keeps it alive.
struct Server {
    url: String,
    _watcher: Option<Child>,
}

impl Server {
    fn find() -> Result<Server> {
        if let Ok(url) = std::env::var("TEST_POSTGRES_URL") {
            return Ok(Server { url, _watcher: None });
        }
        let dir = std::env::temp_dir().join(format!("ropeway-pg-{}", std::process::id()));
        let (owner, watcher) = Owner::prepare(&dir)?;
        owner.initdb_either(&dir.join("data"))?;
        owner.start(&dir, SETTINGS)?;
        let host = dir.display().to_string().replace('/', "%2F");
        Ok(Server { url: format!("postgres://postgres@{host}/postgres"), _watcher: Some(watcher) })
    }
}

/// A server of its own that takes nothing but TLS, at a port of the loopback; it stops when this is dropped.
#[derive(Debug)]
pub struct TlsServer {
    pub port: u16,
    _watcher: Child,
}

/// Starts a server that shows this certificate (PEM). `None` as with [`postgres_url`].
///
/// # Panics
///
/// With `CI=true`, if it cannot be started.
#[must_use]
pub fn postgres_with_tls(certificate: &str, key: &str) -> Option<TlsServer> {
    match TlsServer::start(certificate, key) {
        Ok(server) => Some(server),
        Err(cause) if std::env::var_os("CI").is_some_and(|ci| ci == "true") => panic!("no PostgreSQL: {cause}"),
        Err(cause) => {
            eprintln!("no PostgreSQL with TLS, its tests are left out: {cause}");
            None
        }
    }
}

impl TlsServer {
    fn start(certificate: &str, key: &str) -> Result<TlsServer> {
        let dir = std::env::temp_dir().join(format!("ropeway-pg-tls-{}", std::process::id()));
        let (owner, watcher) = Owner::prepare(&dir)?;
        owner.initdb_either(&dir.join("data"))?;
        let files = [("data/server.crt", certificate), ("data/server.key", key), ("data/pg_hba.conf", HBA_TLS)];
        for (name, text) in files {
            let path = dir.join(name);
            std::fs::write(&path, text)?;
            std::fs::set_permissions(&path, PermissionsExt::from_mode(0o600))?;
            owner.give(&path)?;
        }
        let port = std::net::TcpListener::bind("127.0.0.1:0")?.local_addr()?.port();
        let settings = SETTINGS.replace("listen_addresses=''", "listen_addresses=127.0.0.1");
        owner.start(&dir, &format!("{settings} -c port={port} -c ssl=on"))?;
        Ok(TlsServer { port, _watcher: watcher })
    }
}

const HBA_TLS: &str = "local all all trust\nhostssl all all 127.0.0.1/32 trust\n";

/// Who the programs of PostgreSQL run as, if not as ourselves.
struct Owner(Option<&'static str>);

impl Owner {
    /// Makes the folder, and starts the watcher over what will be in it.
    fn prepare(dir: &Path) -> Result<(Owner, Child)> {
        std::fs::create_dir_all(dir)?;
        std::fs::set_permissions(dir, PermissionsExt::from_mode(0o700))?;
        let owner = Owner::choose(dir)?;
        let watcher = owner.command("sh").args(["-c", WATCH, "watch"]).arg(dir).stdin(Stdio::piped()).spawn()?;
        Ok((owner, watcher))
    }

    /// Gives the folder away where the tests run as root.
    fn choose(dir: &Path) -> Result<Owner> {
        if number_of(&["-u"])? != 0 {
            return Ok(Owner(None));
        }
        let user = USERS.into_iter().find(|user| number_of(&["-u", user]).is_ok());
        let user = user.ok_or_else(|| Error::other("root may not run it, and there is no other user"))?;
        let owner = Owner(Some(user));
        owner.give(dir)?;
        Ok(owner)
    }

    fn give(&self, path: &Path) -> Result<()> {
        let Some(user) = self.0 else { return Ok(()) };
        chown(path, Some(number_of(&["-u", user])?), Some(number_of(&["-g", user])?))
    }

    /// A program apart from our terminal and our output, which it outlives by a moment.
    fn command(&self, program: &str) -> Command {
        let mut command = match self.0 {
            None => Command::new(program),
            Some(user) => {
                let mut command = Command::new("setpriv");
                command.args(["--reuid", user, "--regid"]).arg(group_of(user)).args(["--clear-groups", program]);
                command
            }
        };
        command.stdin(Stdio::null()).stdout(Stdio::null()).stderr(Stdio::null());
        command.process_group(0).current_dir("/");
        command
    }

    fn start(&self, dir: &Path, settings: &str) -> Result<()> {
        let settings = format!("{settings} -k {}", dir.display());
        let mut start = self.command("pg_ctl");
        start.arg("-D").arg(dir.join("data")).arg("-l").arg(dir.join("log")).args(["-w", "-o", &settings, "start"]);
        succeed(start)
    }

    /// Another order of letters than that of bytes, as most servers have it, finds a text without a collation.
    fn initdb_either(&self, data: &PathBuf) -> Result<()> {
        let icu: [&OsStr; 2] = ["--locale-provider=icu".as_ref(), "--icu-locale=en".as_ref()];
        self.initdb(data, &icu).or_else(|_| self.initdb(data, &[]))
    }

    fn initdb(&self, data: &PathBuf, more: &[&OsStr]) -> Result<()> {
        let mut initdb = self.command("initdb");
        initdb.args(["-A", "trust", "-U", "postgres", "-E", "UTF8", "--locale=C", "--no-sync", "-D"]).arg(data);
        initdb.args(more);
        succeed(initdb)
    }
}

fn succeed(mut command: Command) -> Result<()> {
    let status = command.status().map_err(|e| Error::new(e.kind(), format!("{command:?}: {e}")))?;
    if status.success() { Ok(()) } else { Err(Error::other(format!("{command:?}: {status}"))) }
}

fn number_of(args: &[&str]) -> Result<u32> {
    let output = Command::new("id").args(args).output()?;
    String::from_utf8_lossy(&output.stdout).trim().parse().map_err(Error::other)
}

fn group_of(user: &str) -> String {
    number_of(&["-g", user]).map_or_else(|_| user.to_owned(), |group| group.to_string())
}

/// On a thread of its own, since the caller may be inside a runtime.
fn apart<F: Future<Output = Result<()>>>(work: impl FnOnce() -> F + Send) -> Result<()> {
    let work = || tokio::runtime::Builder::new_current_thread().enable_all().build()?.block_on(work());
    std::thread::scope(|scope| scope.spawn(work).join()).unwrap_or_else(|_| Err(Error::other("the thread panicked")))
}

async fn create(server: &str, name: &str, template: &str) -> Result<()> {
    let (client, connection) = tokio_postgres::connect(server, tokio_postgres::NoTls).await.map_err(Error::other)?;
    let drive = tokio::spawn(connection);
    client.batch_execute(&format!("drop database if exists {name}")).await.map_err(Error::other)?;
    client.batch_execute(&format!("create database {name} template {template}")).await.map_err(Error::other)?;
    drop(client);
    drop(drive.await);
    Ok(())
}

async fn migrate(url: &str) -> Result<()> {
    let (mut client, connection) = tokio_postgres::connect(url, tokio_postgres::NoTls).await.map_err(Error::other)?;
    let drive = tokio::spawn(connection);
    crate::migrate::postgres(&mut client).await.map_err(Error::other)?;
    drop(client);
    drop(drive.await);
    Ok(())
}

fn with_database(server: &str, name: &str) -> String {
    let (address, options) = server.split_once('?').map_or((server, ""), |(address, options)| (address, options));
    let scheme = address.find("://").map_or(0, |at| at + 3);
    let end = address[scheme..].find('/').map_or(address.len(), |at| scheme + at);
    let options = if options.is_empty() { String::new() } else { format!("?{options}") };
    format!("{}/{name}{options}", &address[..end])
}

#[cfg(test)]
mod tests {
    use super::with_database;

    #[test]
    fn the_name_of_the_database_is_replaced() {
        assert_eq!(with_database("postgres://u@h:1/x?a=b", "n"), "postgres://u@h:1/n?a=b");
        assert_eq!(with_database("postgres://u@h", "n"), "postgres://u@h/n");
    }
}
