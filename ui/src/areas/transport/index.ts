export { action } from './ActionPage';
export { actions } from './ActionsPage';
export { findTransports } from './data';
export { queue } from './QueuePage';
export { request } from './RequestPage';
export { requests } from './RequestsPage';
