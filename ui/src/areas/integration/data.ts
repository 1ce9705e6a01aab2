import { client } from '~/api/client';
import { read, readAll, readPages } from '~/api/queries';
import type { components } from '~/api/schema';
import type { Topic } from '~/api/topic';
import type { FilterValues } from '~/parts/filters';
import { path } from '~/path';
import type { Hit } from '~/screen';
import { t, type TextKey } from '~/text';

type Schemas = components['schemas'];
export type Activity = Schemas['TransportActivity'];
export type Artifact = Schemas['ArtifactDetails'];
export type ArtifactVersion = Schemas['ArtifactVersion'];
export type CheckLine = Schemas['ConfigurationLine'];
export type Imported = Schemas['ImportedPackage'];
export type PackageArtifact = Schemas['PackageArtifact'];
export type PackageDetails = Schemas['PackageDetails'];
export type PackageLine = Schemas['PackageLine'];
export type Parameter = Schemas['ArtifactParameter'];
export type Resource = Schemas['ArtifactResource'];
export type RuntimeArtifact = Schemas['RuntimeArtifact'];
export type ValueRow = Schemas['ValueMappingRow'];

export const API = '/api/v1/tenants/{tenant}';
const ARTIFACT = `${API}/designtime/{type}/{id}` as const;
const PAGE = 50;

/** What changes packages and what runs of them. */
export const CONTENT: Topic[] = ['package', 'artifact', 'content', 'tenant'];
export const STATUSES = ['STARTING', 'STARTED', 'ERROR'] as const;
/** The types of artifacts in the order in which a package shows them. */
export const TYPES = [
  'IFlow',
  'RESTAPIProvider',
  'SOAPAPIProvider',
  'ODataService',
  'ValueMapping',
  'MessageMapping',
  'ScriptCollection',
  'FunctionLibraries',
  'ImportedArchives',
  'DataType',
  'MessageType',
  'IntegrationAdapter',
  'Url',
  'File',
  'MediaLink',
  'Configured_Custom_Tags',
] as const;
/** Types whose model is BPMN. */
export const FLOWS = ['IFlow', 'RESTAPIProvider', 'SOAPAPIProvider', 'ODataService'];

export const typeText = (type: string) => ((TYPES as readonly string[]).includes(type) ? t(`artifact.type.${type}` as TextKey) : type);

export const packagesOf = (tenant: string, { text, drafts }: FilterValues) => {
  const query = { text, drafts: drafts === 'true' ? true : undefined };
  return readPages(CONTENT, ['packages', tenant, query], (after, signal) =>
    client.GET(`${API}/packages`, { params: { path: { tenant }, query: { ...query, after, limit: PAGE } }, signal }),
  );
};

/** What may be done with the list; it comes with every page of it. */
export const packagesCan = (tenant: string) =>
  read(['role', 'tenant'], ['packages-can', tenant], (signal) =>
    client.GET(`${API}/packages`, { params: { path: { tenant }, query: { limit: 1 } }, signal }),
  );

export const packageOf = (tenant: string, id: string) =>
  read(CONTENT, ['package', tenant, id], (signal) =>
    client.GET(`${API}/packages/{package}`, { params: { path: { tenant, package: id } }, signal }),
  );

export const artifactOf = (tenant: string, type: string, id: string) =>
  read(CONTENT, ['artifact', tenant, type, id], (signal) => client.GET(ARTIFACT, { params: { path: { tenant, type, id } }, signal }));

/** BPMN. */
export const modelOf = (tenant: string, type: string, id: string) =>
  read(['package', 'artifact'], ['model', tenant, type, id], (signal) =>
    client.GET(`${ARTIFACT}/model`, { params: { path: { tenant, type, id } }, parseAs: 'text', signal }),
  );

export const resourcesOf = (tenant: string, type: string, id: string) =>
  readAll(['package', 'artifact'], ['resources', tenant, type, id], (signal) =>
    client.GET(`${ARTIFACT}/resources`, { params: { path: { tenant, type, id } }, signal }),
  );

export const resourceOf = (tenant: string, type: string, id: string, { name, type: resourceType }: Pick<Resource, 'name' | 'type'>) =>
  read(['package', 'artifact'], ['resource', tenant, type, id, resourceType, name], (signal) =>
    client.GET(`${ARTIFACT}/resource`, { params: { path: { tenant, type, id }, query: { name, resourceType } }, signal }),
  );

const valuesPage = (tenant: string, type: string, id: string, query: { text?: string; after?: string; limit: number }, signal: AbortSignal) =>
  client.GET(`${ARTIFACT}/values`, { params: { path: { tenant, type, id }, query }, signal });

export const valuesOf = (tenant: string, type: string, id: string, { text }: FilterValues) =>
  readPages<ValueRow>(['package', 'artifact'], ['values', tenant, type, id, text], (after, signal) =>
    valuesPage(tenant, type, id, { text, after, limit: PAGE }, signal),
  );

/** The columns of a value mapping. */
export const sidesOf = (tenant: string, type: string, id: string) =>
  read(['package', 'artifact'], ['sides', tenant, type, id], (signal) => valuesPage(tenant, type, id, { limit: 1 }, signal));

export const runtimeOf = (tenant: string, { text, status }: FilterValues) => {
  const query = { text, status };
  return readPages(CONTENT, ['runtime', tenant, query], (after, signal) =>
    client.GET(`${API}/runtime`, { params: { path: { tenant }, query: { ...query, after, limit: PAGE } }, signal }),
  );
};

export const runtimeCan = (tenant: string) =>
  read(['role', 'tenant'], ['runtime-can', tenant], (signal) =>
    client.GET(`${API}/runtime`, { params: { path: { tenant }, query: { limit: 1 } }, signal }),
  );

export type Settings = components['schemas']['TransportSettingsSeen'];

export const settingsOf = (tenant: string) =>
  read(['tenant', 'destination', 'role'], ['transport-settings', tenant], (signal) =>
    client.GET(`${API}/transport-settings`, { params: { path: { tenant } }, signal }),
  );

export const transportsOf = (tenant: string, name?: string) =>
  readPages(['content', 'package'], ['tenant-transports', tenant, name], (after, signal) =>
    client.GET(`${API}/activities`, { params: { path: { tenant }, query: { package: name, after, limit: 20 } }, signal }),
  );

/** Packages for the palette. */
export async function findPackages(subaccount: string, text: string, signal: AbortSignal): Promise<Hit[]> {
  const { data } = await client.GET(`${API}/packages`, { params: { path: { tenant: subaccount }, query: { text, limit: 8 } }, signal });
  return (data?.items ?? []).map(({ id, name }) => ({ title: name, what: t('package.one'), to: path.package({ subaccount, package: id }) }));
}
