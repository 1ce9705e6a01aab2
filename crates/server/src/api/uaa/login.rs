//! What the cf command line asks before it logs in.

use axum::Json;
use axum::extract::State;
use engine::Cx;
use wire::xsuaa::{LoginApp, LoginInfo, LoginLinks, LoginPrompts};

/// The UAA release whose behaviour this is; cf wants 4.26.0 at least.
const VERSION: &str = "77.18.0";

/// `GET /login`, `GET /info`.
pub(super) async fn info(State(cx): State<Cx>) -> Json<LoginInfo> {
    let url = cx.addresses().cf_uaa();
    let prompt = |kind: &str, label: &str| [kind.to_owned(), label.to_owned()];
    Json(LoginInfo {
        app: LoginApp { version: VERSION.to_owned() },
        links: LoginLinks { login: url.clone(), uaa: url },
        prompts: LoginPrompts { username: prompt("text", "Email"), password: prompt("password", "Password") },
        zone_name: "uaa".to_owned(),
    })
}
