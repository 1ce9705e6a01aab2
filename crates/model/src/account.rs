//! Global account, subaccounts, entitlement arithmetic.
