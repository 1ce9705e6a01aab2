import { useSuspenseQuery } from '@tanstack/react-query';
import { client } from '~/api/client';
import { read, readAll, readPages } from '~/api/queries';
import type { components } from '~/api/schema';
import type { FilterValues } from '~/parts/filters';
import { path } from '~/path';
import type { Hit } from '~/screen';
import { t, type TextKey } from '~/text';

type Schemas = components['schemas'];
export type Feature = Schemas['Feature'];
export type FeatureLine = Schemas['FeatureLine'];
export type HistoryEntry = Schemas['HistoryEntry'];
export type Project = Schemas['Project'];
export type Reference = Schemas['Reference'];
export type StepSeen = Schemas['StepSeen'];
/** A transport as Cloud ALM has it. */
export type Transport = Feature['transports'][number];

/** The statuses in the order of the work. */
export const STATUSES = [
  'NOT_PLANNED',
  'CREATED',
  'IN_REALIZATION',
  'IN_TESTING',
  'SUCCESSFULLY_TESTED',
  'APPROVED_FOR_DEPLOYMENT',
  'CONFIRMED',
] as const;
/** All but those that are done or put off. */
export const OPEN = STATUSES.slice(1, -1).join(',');
export const PRIORITIES = [10, 20, 30, 40] as const;
export const priorityText = (code: number) => t(`feature.priority.${code}` as TextKey);
export const accessText = (access: string) => t(`project.access.${access}` as TextKey);

const PAGE = 50;
export const API = '/api/v1/alm/{tenant}';

export const overviewOf = (tenant: string, filters: FilterValues) => {
  const { text, status, priority, project } = filters;
  const query = { text, status: status === 'all' ? undefined : status, priority, projectId: project };
  return readPages(['feature', 'project'], ['features', tenant, query], (after, signal) =>
    client.GET(`${API}/overview/features`, { params: { path: { tenant }, query: { ...query, after, limit: PAGE } }, signal }),
  );
};

export const featureOf = (tenant: string, feature: string) =>
  read(['feature', 'project'], ['feature', tenant, feature], (signal) =>
    client.GET(`${API}/features/{feature}`, { params: { path: { tenant, feature } }, signal }),
  );

export const historyOf = (tenant: string, feature: string) =>
  readAll(['feature'], ['feature-history', tenant, feature], (signal) =>
    client.GET(`${API}/features/{feature}/history`, { params: { path: { tenant, feature } }, signal }),
  );

/** The transports that belong to no feature; the list goes on before the last number. */
export const freeTransportsOf = (tenant: string) =>
  readPages<Transport>(['feature', 'request', 'transport'], ['free-transports', tenant], async (after, signal) => {
    const query = { assigned: false, limit: PAGE, before: after ? Number(after) : undefined };
    const answer = await client.GET(`${API}/transports`, { params: { path: { tenant }, query }, signal });
    const items = answer.data ?? [];
    return { ...answer, data: { items, next: items.length === PAGE ? items.at(-1)!.id : null } };
  });

export const projectsOf = (tenant: string) =>
  readAll(['project'], ['projects', tenant], (signal) => client.GET(`${API}/projects`, { params: { path: { tenant } }, signal }));

export const projectOf = (tenant: string, project: string) =>
  read(['project', 'role'], ['project', tenant, project], (signal) =>
    client.GET(`${API}/projects/{project}`, { params: { path: { tenant, project } }, signal }),
  );

export const rightsOf = (tenant: string) =>
  read(['role'], ['alm-rights', tenant], (signal) => client.GET(`${API}/rights`, { params: { path: { tenant } }, signal }));

export function useFeature(tenant: string, feature: string): Feature {
  return useSuspenseQuery(featureOf(tenant, feature)).data;
}

/** Features for the palette, by number or title. */
export async function findFeatures(subaccount: string, text: string, signal: AbortSignal): Promise<Hit[]> {
  const params = { path: { tenant: subaccount }, query: { text, limit: 8 } };
  const { data } = await client.GET(`${API}/overview/features`, { params, signal });
  return (data?.items ?? []).map(({ uuid, displayId, title }) => ({
    title: `${displayId} ${title}`,
    what: t('feature.one'),
    to: path.feature({ subaccount, feature: uuid }),
  }));
}
