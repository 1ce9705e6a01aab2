/** What the server tells changes of; each read says which of these make it old. */
export const TOPICS = [
  'node',
  'route',
  'queue',
  'request',
  'action',
  'import',
  'transport',
  'feature',
  'project',
  'package',
  'artifact',
  'content',
  'activity',
  'destination',
  'instance',
  'subscription',
  'role',
  'person',
  'account',
  'tenant',
  'session',
] as const;

export type Topic = (typeof TOPICS)[number];
