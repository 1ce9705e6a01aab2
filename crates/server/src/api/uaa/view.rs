//! Every conversion to the wire of the authorization service.

use engine::Error;
use engine::identity::collections::{Collection, NewCollection, NewRole, ReferenceRow, RoleKey, RoleRow};
use engine::identity::grant::Granted;
use engine::identity::jwt::Claims;
use engine::identity::keys::{Key, KeySet};
use engine::identity::person::{NewPerson, ORIGIN, PersonRow};
use engine::identity::users::User;
use engine::identity::zone::CLOUD_FOUNDRY;
use model::role::{App, Scope, Template};
use serde_json::{Value, json};
use std::collections::BTreeSet;
use wire::xsuaa;

pub(super) fn token(granted: Granted) -> xsuaa::Token {
    let Granted { issued, refresh_token, id_token } = granted;
    xsuaa::Token {
        access_token: issued.access_token,
        token_type: "bearer".to_owned(),
        expires_in: issued.expires_in,
        scope: issued.scopes.join(" "),
        jti: issued.jti,
        refresh_token,
        id_token,
    }
}

pub(super) fn keys(set: &KeySet) -> xsuaa::Keys {
    xsuaa::Keys { keys: set.keys.iter().map(|one| key(one)).collect() }
}

pub(super) fn key(key: &Key) -> xsuaa::Key {
    xsuaa::Key {
        kty: "RSA".to_owned(),
        e: key.e.clone(),
        usage: "sig".to_owned(),
        kid: key.kid.clone(),
        alg: "RS256".to_owned(),
        value: key.pem.clone(),
        n: key.n.clone(),
    }
}

pub(super) fn userinfo(claims: &Claims, origin: &str) -> Value {
    json!({
        "user_id": claims.user_id,
        "sub": claims.user_id,
        "user_name": claims.user_name,
        "name": format!(
            "{} {}",
            claims.given_name.as_deref().unwrap_or_default(),
            claims.family_name.as_deref().unwrap_or_default()
        ).trim(),
        "given_name": claims.given_name,
        "family_name": claims.family_name,
        "email": claims.email,
        "email_verified": true,
        "origin": claims.origin.as_deref().unwrap_or(origin),
    })
}

pub(super) const SCHEMA: &str = "urn:scim:schemas:core:1.0";

/// # Errors
/// Invalid, when the person is not to be active from the beginning.
fn must_be_active(user: &xsuaa::ScimUser) -> Result<(), Error> {
    if user.active == Some(false) {
        let text = "a new user is active; leave 'active' out, and change it afterwards";
        return Err(Error::invalid(text).with_code("invalid_scim_resource"));
    }
    Ok(())
}

/// The primary mail address, else the first.
pub(super) fn email(all: &[xsuaa::ScimEmail]) -> Option<String> {
    all.iter().find(|email| email.primary).or(all.first()).map(|email| email.value.clone())
}

/// # Errors
/// Invalid, when the person is not to be active.
pub(super) fn new_person(user: xsuaa::ScimUser) -> Result<NewPerson, Error> {
    must_be_active(&user)?;
    let name = user.name.unwrap_or_default();
    Ok(NewPerson {
        origin: user.origin.unwrap_or_default(),
        email: email(&user.emails).unwrap_or_default(),
        user_name: user.user_name,
        given: name.given_name.unwrap_or_default(),
        family: name.family_name.unwrap_or_default(),
        password: user.password.filter(|password| !password.is_empty()),
    })
}

pub(super) fn scim_user(user: User, zid: &str) -> xsuaa::ScimUser {
    let User { row, collections, .. } = user;
    let group = |name: String| xsuaa::ScimGroup { value: name.clone(), display: name, kind: "DIRECT".to_owned() };
    let text = |text: String| Some(text).filter(|text| !text.is_empty());
    let origin = origin(&row, zid);
    xsuaa::ScimUser {
        id: Some(row.id.to_string()),
        meta: Some(xsuaa::ScimMeta {
            version: row.version,
            created: row.created_at.rfc3339_millis(),
            last_modified: row.modified_at.rfc3339_millis(),
        }),
        user_name: row.user_name,
        name: Some(xsuaa::ScimName { family_name: text(row.family_name), given_name: text(row.given_name) }),
        emails: vec![xsuaa::ScimEmail { value: row.email, primary: false }],
        groups: Some(collections.into_iter().map(group).collect()),
        active: Some(row.active),
        verified: Some(true),
        origin: Some(origin),
        zone_id: Some(zid.to_owned()),
        password: None,
        schemas: Some(vec![SCHEMA.to_owned()]),
    }
}

/// Our own store has two names.
fn origin(row: &PersonRow, zid: &str) -> String {
    if zid == CLOUD_FOUNDRY && row.origin == ORIGIN { CLOUD_FOUNDRY } else { &row.origin }.to_owned()
}

pub(super) fn user(user: User, zid: &str) -> xsuaa::User {
    let User { row, collections, .. } = user;
    let origin = origin(&row, zid);
    xsuaa::User {
        id: row.id.to_string(),
        username: row.user_name,
        email: row.email,
        given_name: row.given_name,
        family_name: row.family_name,
        created: row.created_at.millis(),
        modified: row.modified_at.millis(),
        origin,
        zone_id: zid.to_owned(),
        verified: true,
        legacy_verification_behavior: false,
        password_change_required: false,
        version: row.version,
        active: row.active,
        role_collections: collections,
    }
}

pub(super) fn collection(found: Collection) -> xsuaa::RoleCollection {
    let Collection { row, roles, people } = found;
    let reference = |role: ReferenceRow| xsuaa::RoleReference {
        role_template_app_id: role.app_id,
        role_template_name: role.template,
        name: role.role,
        description: role.description,
    };
    let person =
        |row: PersonRow| xsuaa::UserReference { id: row.id.to_string(), username: row.user_name, origin: row.origin };
    xsuaa::RoleCollection {
        name: row.name,
        description: row.description,
        role_references: roles.into_iter().map(reference).collect(),
        group_references: Vec::new(),
        user_references: people.into_iter().map(person).collect(),
        saml_attribute_assignment: Vec::new(),
        is_read_only: row.read_only,
    }
}

/// # Errors
/// Invalid, when the collection says already who has it.
pub(super) fn new_collection(body: xsuaa::RoleCollection) -> Result<NewCollection, Error> {
    if !body.user_references.is_empty() {
        let text =
            "userReferences cannot be set here; assign people at …/user/origin/{origin}/name/{user}/rolecollections";
        return Err(Error::invalid(text));
    }
    no_groups(&body)?;
    Ok(NewCollection {
        name: body.name,
        description: body.description,
        roles: body.role_references.into_iter().map(role_key).collect(),
    })
}

/// # Errors
/// Invalid, when the collection is to be had by groups or by attributes of an identity provider: there are none here.
pub(super) fn no_groups(body: &xsuaa::RoleCollection) -> Result<(), Error> {
    let given = [
        ("groupReferences", body.group_references.is_empty()),
        ("samlAttributeAssignment", body.saml_attribute_assignment.is_empty()),
    ];
    match given.iter().find(|(_, is_empty)| !is_empty) {
        Some((name, _)) => Err(Error::invalid(format!("{name} is not supported here; leave it out"))),
        None => Ok(()),
    }
}

pub(super) fn role_key(reference: xsuaa::RoleReference) -> RoleKey {
    let xsuaa::RoleReference { role_template_app_id, role_template_name, name, .. } = reference;
    RoleKey { app_id: role_template_app_id, template: role_template_name, name }
}

pub(super) fn role(row: RoleRow) -> xsuaa::Role {
    let template = model::role::template(&row.app_id, &row.template);
    let attribute = |name: &&str| xsuaa::RoleAttribute {
        attribute_name: (*name).to_owned(),
        attribute_value_origin: "static".to_owned(),
        attribute_values: row.attributes.get(*name).cloned().unwrap_or_default(),
        value_required: false,
    };
    xsuaa::Role {
        app_name: app_name(&row.app_id).to_owned(),
        attribute_list: template.map(|t| t.attributes.iter().map(attribute).collect()).unwrap_or_default(),
        role_template_name: row.template,
        role_template_app_id: row.app_id,
        name: row.name,
        description: row.description,
        scopes: template.map(|t| scopes(t.scopes)).unwrap_or_default(),
        is_read_only: row.read_only,
    }
}

fn app_name(app_id: &str) -> &str {
    app_id.split('!').next().unwrap_or_default()
}

fn scopes(scopes: &[Scope]) -> Vec<xsuaa::RoleScope> {
    let scope = |scope: &Scope| xsuaa::RoleScope { name: scope.full(), ..xsuaa::RoleScope::default() };
    scopes.iter().map(scope).collect()
}

pub(super) fn new_role(body: xsuaa::Role) -> NewRole {
    let values = body.attribute_list.into_iter().filter(|attribute| !attribute.attribute_values.is_empty());
    NewRole {
        key: RoleKey { app_id: body.role_template_app_id, template: body.role_template_name, name: body.name },
        description: body.description,
        attributes: values.map(|attribute| (attribute.attribute_name, attribute.attribute_values)).collect(),
    }
}

pub(super) fn app(id: &str) -> xsuaa::App {
    let templates = App::of_id(id).map(model::role::templates).unwrap_or_default();
    let all: BTreeSet<Scope> = templates.iter().flat_map(|template| template.scopes).copied().collect();
    xsuaa::App {
        appid: id.to_owned(),
        xsappname: app_name(id).to_owned(),
        scopes: scopes(&all.into_iter().collect::<Vec<_>>()),
        authorities: Vec::new(),
        attributes: Vec::new(),
        role_templates: templates.iter().map(template).collect(),
        tenant_mode: "shared".to_owned(),
    }
}

fn template(template: &Template) -> xsuaa::RoleTemplate {
    let attribute = |name: &&str| xsuaa::AttributeReference { name: (*name).to_owned(), value_required: false };
    xsuaa::RoleTemplate {
        name: template.name.to_owned(),
        description: template.description.to_owned(),
        scope_references: template.scopes.iter().map(|scope| scope.full()).collect(),
        attribute_references: template.attributes.iter().map(attribute).collect(),
    }
}
