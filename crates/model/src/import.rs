//! Imports: the plan, stored before anything runs.
