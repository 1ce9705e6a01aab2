//! Service instances: parameters, names, states.
