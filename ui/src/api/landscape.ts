import { client } from './client';
import { read } from './queries';
import type { components } from './schema';
import type { Topic } from './topic';

export type Landscape = components['schemas']['Landscape'];
export type Node = components['schemas']['Node'];
export type Route = components['schemas']['Route'];

/** What changes the landscape or the numbers of its queues. */
export const LANDSCAPE_TOPICS: Topic[] = ['node', 'route', 'queue', 'transport', 'import', 'request'];

/** All nodes and routes. */
export const landscapeOf = (subaccount: string) =>
  read(LANDSCAPE_TOPICS, ['landscape', subaccount], (signal) =>
    client.GET('/api/v1/subaccounts/{subaccount}/landscape', { params: { path: { subaccount } }, signal }),
  );
