//! What an operator asks: does it live, can it serve.

use testkit::TestApp;

#[tokio::test]
async fn a_fresh_server_lives_and_is_ready() {
    let app = TestApp::start().await;
    assert_eq!(app.get("/healthz").send().await.status, 200);
    assert_eq!(app.get("/readyz").send().await.json()["status"], "UP");
}

#[tokio::test]
async fn a_correlation_id_is_kept_and_one_is_made_where_none_was_sent() {
    let app = TestApp::start().await;
    let kept = app.get("/healthz").header("x-correlation-id", "abc-1").send().await;
    assert_eq!(kept.header("x-correlation-id"), Some("abc-1"));
    assert!(app.get("/healthz").send().await.header("x-correlation-id").is_some_and(|id| id.len() == 36));
}

#[tokio::test]
async fn the_administrator_of_the_first_start_logs_in() {
    let app = TestApp::start().await;
    let zone = app.first.global_account.subdomain.clone();
    assert!(!app.admin_token(&zone).await.is_empty());
    let admin = &app.first.administrator;
    assert!(!app.cf_token(&admin.user_name, &admin.password).await.is_empty());
}
