//! Who may do what: service, plan or role → scopes. The one table.
