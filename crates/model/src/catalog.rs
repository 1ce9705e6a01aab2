//! The catalogue: services, plans, their categories, applications and role templates.
