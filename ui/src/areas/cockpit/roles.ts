import { compareTexts, t, type TextKey } from '~/text';
import type { Role, Schemas } from './data';

export type RoleKey = Schemas['RoleInCollection'];

/** Applications that have a name for people; others are shown by their id. */
const NAMED = ['alm-ts', 'cis-central', 'cis-local', 'connectivity', 'content-agent', 'destination-xsappname', 'it', 'sapcloudalm', 'service-manager', 'xsuaa'];

export function applicationText(id: string): string {
  const name = id.split('!')[0]!;
  return NAMED.includes(name) ? t(`role.app.${name}` as TextKey) : id;
}

export const roleId = ({ application, template, name }: RoleKey) => `${application} ${template} ${name}`;

/** As people look for them. */
export const byLabel = <R extends RoleKey>(roles: R[]): R[] =>
  roles.toSorted((a, b) => compareTexts(a.name, b.name) || compareTexts(applicationText(a.application), applicationText(b.application)));

/** Roles that fit a text, by application; the applications by their names. */
export function byApplication(roles: Role[], text: string): [string, Role[]][] {
  const wanted = text.trim().toLowerCase();
  const fits = ({ name, template, description, application }: Role) =>
    [name, template, description, application, applicationText(application)].some((said) => said.toLowerCase().includes(wanted));
  const groups = new Map<string, Role[]>();
  for (const role of byLabel(roles.filter(fits))) groups.set(role.application, [...(groups.get(role.application) ?? []), role]);
  return [...groups].sort(([a], [b]) => compareTexts(applicationText(a), applicationText(b)));
}
