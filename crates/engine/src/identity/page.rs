//! Sessions of the page: what a person signs in to with a browser, and what he may do there.
//!
//! Such a session belongs to no subaccount: people are the same everywhere. Each call says where it goes, and the caller
//! gets the rights that his role collections give him there, as a token of that zone would have. What ends a token ends
//! the session, too ([`super::ground`]); so does standing idle.

use super::client::ROPEWAY_PAGE;
use super::grant::{Rights, rights};
use super::ground::{self, Ground};
use super::passcode;
use super::person;
use super::recent::{Look, Recent};
use super::zone::{self, Realm};
use crate::caller::{Identity, Zone};
use crate::cx::Cx;
use crate::error::{Error, Result};
use crate::visit;
use model::account::ZoneKind;
use model::role::{App, platform};
use model::{GlobalAccountId, PersonId, SubaccountId, Time, ZoneId};
use std::collections::BTreeSet;
use std::sync::Arc;
use std::time::Duration;
use store::Tx;
use store::person::PersonRow;
use store::role::HeldSomewhere;
use store::session::SessionRow;

/// After how long without a call a session is over, unless the operator says otherwise.
pub const IDLE: Duration = Duration::from_secs(3_600);
/// The longest that a session lasts, however much it is used.
const LONGEST: Duration = Duration::from_secs(12 * 3_600);
/// How often the use of a session is noted.
const NOTED: Duration = Duration::from_secs(60);

/// A session that began.
pub struct SignedIn {
    /// What the browser keeps, and nobody else knows.
    pub cookie: String,
    pub until: Time,
}

/// Where a call goes.
#[derive(Debug, Clone, PartialEq, Eq)]
pub enum Place {
    /// A zone, by name or GUID.
    Zone(String),
    GlobalAccount,
    CloudFoundry,
}

/// Signs a person in, and ends the session that his browser had.
///
/// # Errors
/// Unauthenticated, also while the account is locked; overloaded, when he has to wait; forbidden, where people sign in with
/// an identity provider and he does not administer the global account.
pub async fn sign_in(cx: &Cx, user: &str, password: &str, former: Option<&str>) -> Result<SignedIn> {
    let row = person::check(cx, user, password).await?;
    if !cx.settings.password_form && !administrates(cx, row.id).await? {
        let text = "people sign in with the company's identity provider here, and administrators only with a password";
        return Err(Error::forbidden(text).with_code("provider_only"));
    }
    begin(cx, row, former).await
}

async fn begin(cx: &Cx, row: PersonRow, former: Option<&str>) -> Result<SignedIn> {
    let opening = Opening::new(cx, former);
    cx.db.write(async move |tx| opening.open(tx, &row).await).await
}

/// A session to be, with everything drawn that must not be inside a transaction.
pub(super) struct Opening {
    id: String,
    cookie: String,
    former: Option<String>,
    now: Time,
    until: Time,
}

impl Opening {
    /// `former` is the cookie of the session that the browser has; it is never taken over.
    pub(super) fn new(cx: &Cx, former: Option<&str>) -> Self {
        let now = cx.now();
        Self {
            id: cx.random.uuid().simple().to_string(),
            cookie: format!("{}{}", cx.random.uuid().simple(), cx.random.uuid().simple()),
            former: former.map(ground::hash),
            now,
            until: now.plus(cx.settings.page_idle),
        }
    }

    /// Begins the session of a person, and ends the former one of his browser.
    pub(super) async fn open(self, tx: &mut Tx, row: &PersonRow) -> Result<SignedIn> {
        let Self { id, cookie, former, now, until } = self;
        let session = SessionRow {
            id,
            zone: Realm::CloudFoundry.zid(),
            client_id: ROPEWAY_PAGE.to_owned(),
            person: row.id,
            scope: String::new(),
            rev_sig: ground::of_page(row),
            address: visit::address().to_string(),
            created_at: now,
            used_at: now,
            refresh_until: until,
            expires_at: until,
        };
        if let Some(former) = former {
            end(tx, &former, now).await?;
        }
        store::session::insert(tx, &session, Some(&ground::hash(&cookie))).await?;
        person::record_session(tx, "login", &row.user_name, &session.zone, now).await?;
        Ok(SignedIn { cookie, until })
    }
}

/// Ends the session of a browser; nothing happens when it is over.
pub async fn sign_out(cx: &Cx, cookie: &str) -> Result<()> {
    let (hash, now) = (ground::hash(cookie), cx.now());
    cx.db.write(async move |tx| end(tx, &hash, now).await).await
}

async fn end(tx: &mut Tx, hash: &str, now: Time) -> Result<()> {
    let Some(row) = store::session::by_refresh(tx, hash).await?.filter(|row| row.client_id == ROPEWAY_PAGE) else {
        return Ok(());
    };
    let name = store::person::get(tx, row.person).await?.map(|person| person.user_name).unwrap_or_default();
    super::session::end(tx, &row.id, &name, &row.zone, now).await.map(drop)
}

/// What a page sends along with everything that changes something; other sites cannot read it.
#[must_use]
pub fn csrf_token(cookie: &str) -> String {
    ground::hash(&format!("csrf {cookie}")).chars().take(32).collect()
}

fn over() -> Error {
    Error::unauthenticated("Your session has ended: sign in again").with_code("signed_out")
}

/// The session of a cookie with its person, if all that it rests on is there.
async fn standing(tx: &mut Tx, hash: &str, now: Time) -> Result<(SessionRow, PersonRow)> {
    let row = store::session::by_refresh(tx, hash).await?;
    let row = row.filter(|row| row.client_id == ROPEWAY_PAGE && now < row.refresh_until).ok_or_else(over)?;
    if !Ground::of_session(&row).holds(tx).await? {
        return Err(over());
    }
    let person = store::person::get(tx, row.person).await?.ok_or_else(over)?;
    Ok((row, person))
}

/// Who is signed in with this cookie.
///
/// # Errors
/// Unauthenticated, when the session is over.
pub async fn person_of(cx: &Cx, cookie: &str) -> Result<PersonRow> {
    let (hash, now) = (ground::hash(cookie), cx.now());
    let (session, person) = cx.db.read(async move |tx| standing(tx, &hash, now).await).await?;
    note_use(cx, &session).await?;
    Ok(person)
}

/// A passcode for the cf command line, for somebody who is signed in.
///
/// # Errors
/// Unauthenticated, when nobody is.
pub async fn passcode(cx: &Cx, cookie: Option<&str>) -> Result<String> {
    let person = person_of(cx, cookie.ok_or_else(over)?).await?;
    passcode::draw_for(cx, person).await
}

/// Who calls with this cookie, and what he may do at this place.
///
/// # Errors
/// Unauthenticated, when the session is over; not found: the zone.
pub async fn identity(cx: &Cx, cookie: &str, place: Place) -> Result<Arc<Identity>> {
    let (recent, look) = (cx.cache::<Recent<(String, String), Arc<Identity>>>(), Look::now(cx));
    let realm = realm(cx, place).await?;
    let key = (ground::hash(cookie), realm.zid());
    if let Some(identity) = recent.get(&key, look) {
        visit::called_by(&identity);
        return Ok(identity);
    }
    let (hash, asked, now) = (key.0.clone(), realm.clone(), cx.now());
    let found = cx.db.read(async move |tx| {
        let (session, person) = standing(tx, &hash, now).await?;
        let rights = rights(tx, &asked, person.id).await?;
        Ok::<_, Error>((session, person, rights))
    });
    let (session, person, rights) = found.await?;
    note_use(cx, &session).await?;
    let identity = Arc::new(of_person(&realm, &person, rights));
    recent.put(key, look, Arc::clone(&identity));
    visit::called_by(&identity);
    Ok(identity)
}

async fn realm(cx: &Cx, place: Place) -> Result<Realm> {
    match place {
        Place::Zone(name) => zone::realm(cx, &name).await,
        Place::CloudFoundry => Ok(Realm::CloudFoundry),
        Place::GlobalAccount => {
            let all = cx.db.read(async |tx| store::zone::of_kind(tx, ZoneKind::GlobalAccount).await).await?;
            let zone = all.into_iter().next();
            zone.map(Realm::Zone).ok_or_else(|| Error::not_found("there is no global account"))
        }
    }
}

/// Somebody at work stays signed in, up to the longest time.
async fn note_use(cx: &Cx, session: &SessionRow) -> Result<()> {
    let now = cx.now();
    if now < session.used_at.plus(NOTED) {
        return Ok(());
    }
    let until = now.plus(cx.settings.page_idle).min(session.created_at.plus(LONGEST));
    let id = session.id.clone();
    cx.db.write(async move |tx| Ok::<_, Error>(store::session::prolong(tx, &id, now, until).await?)).await
}

fn of_person(realm: &Realm, row: &PersonRow, rights: Rights) -> Identity {
    let zone = match realm {
        Realm::CloudFoundry => Zone::CloudFoundry,
        Realm::Zone(zone) => match zone.kind {
            ZoneKind::Subaccount => Zone::Subaccount(SubaccountId(zone.id.0)),
            ZoneKind::GlobalAccount => Zone::GlobalAccount(GlobalAccountId(zone.id.0)),
        },
    };
    Identity {
        zone,
        zone_name: realm.name().to_owned(),
        client_id: ROPEWAY_PAGE.to_owned(),
        person: Some(person::shown(row)),
        scopes: rights.scopes,
        attributes: rights.attributes,
        instance: None,
    }
}

/// A part of the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, PartialOrd, Ord)]
pub enum Area {
    Transport,
    Change,
    Integration,
    Cockpit,
}

impl Area {
    /// Where the roles of an application are of use.
    const fn of(app: App) -> Option<Self> {
        match app {
            App::Tms => Some(Self::Transport),
            App::CloudAlm => Some(Self::Change),
            App::Integration | App::ContentAgent => Some(Self::Integration),
            App::CisLocal | App::CisCentral | App::Destination | App::ServiceManager | App::Xsuaa => {
                Some(Self::Cockpit)
            }
            App::TmsBackend | App::Connectivity => None,
        }
    }

    /// Its word.
    #[must_use]
    pub const fn word(self) -> &'static str {
        match self {
            Self::Transport => "transport",
            Self::Change => "change",
            Self::Integration => "integration",
            Self::Cockpit => "cockpit",
        }
    }
}

/// A subaccount in which somebody has something to do.
#[derive(Debug, Clone)]
pub struct Reachable {
    pub id: ZoneId,
    pub subdomain: String,
    pub display_name: String,
    pub areas: BTreeSet<Area>,
    pub role_collections: BTreeSet<String>,
}

/// Who is signed in, and where he has something to do.
#[derive(Debug, Clone)]
pub struct Overview {
    pub person: PersonRow,
    /// Whether he administers the global account.
    pub administrates: bool,
    pub subaccounts: Vec<Reachable>,
    pub until: Time,
}

/// Who is signed in with this cookie.
///
/// # Errors
/// Unauthenticated, when the session is over.
pub async fn overview(cx: &Cx, cookie: &str) -> Result<Overview> {
    let (hash, now) = (ground::hash(cookie), cx.now());
    let (session, overview) = cx
        .db
        .read(async move |tx| {
            let (session, person) = standing(tx, &hash, now).await?;
            let held = store::role::held_somewhere(tx, person.id).await?;
            let administrates = is_administrator(tx, person.id).await?;
            let overview =
                Overview { person, administrates, subaccounts: reachable(held), until: session.refresh_until };
            Ok::<_, Error>((session, overview))
        })
        .await?;
    note_use(cx, &session).await?;
    Ok(overview)
}

async fn is_administrator(tx: &mut Tx, person: PersonId) -> Result<bool> {
    let (kind, collection) = (ZoneKind::GlobalAccount, platform::GLOBAL_ADMINISTRATOR_RC);
    Ok(store::role::holds_in_kind(tx, kind, person, collection).await?)
}

/// Whoever can put things right is never locked out by a provider that does not work.
async fn administrates(cx: &Cx, person: PersonId) -> Result<bool> {
    cx.db.read(async move |tx| is_administrator(tx, person).await).await
}

/// Rows come by subaccount.
fn reachable(held: Vec<HeldSomewhere>) -> Vec<Reachable> {
    let mut all: Vec<Reachable> = Vec::new();
    for row in held {
        let area = row.app_id.as_deref().and_then(App::of_id).and_then(Area::of);
        match all.last_mut().filter(|last| last.id == row.zone) {
            Some(last) => {
                last.areas.extend(area);
                last.role_collections.insert(row.collection);
            }
            None => all.push(Reachable {
                id: row.zone,
                subdomain: row.subdomain,
                display_name: row.display_name,
                areas: area.into_iter().collect(),
                role_collections: BTreeSet::from([row.collection]),
            }),
        }
    }
    all
}

wire::unprinted!(SignedIn);
