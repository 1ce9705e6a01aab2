//! The account services: accounts, entitlements, provisioning, SaaS subscriptions, jobs; and the shapes of service keys.
