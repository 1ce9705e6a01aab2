import { expect, it } from 'vitest';
import type { Role } from './data';
import { byApplication, byLabel } from './roles';

const role = (application: string, name: string, description = ''): Role => ({ application, name, template: name, description, isPredefined: true });
const ROLES = [role('it!b117', 'WorkspacePackagesRead'), role('content-agent!b58', 'Read', 'See content'), role('content-agent!b58', 'Admin'), role('own!t1|x!b2', 'Other')];

it('sorts roles by what they are called', () => {
  expect(byLabel(ROLES).map(({ name }) => name)).toEqual(['Admin', 'Other', 'Read', 'WorkspacePackagesRead']);
});

it('groups those that fit by their application', () => {
  expect(byApplication(ROLES, '').map(([, roles]) => roles.length)).toContain(2);
  expect(byApplication(ROLES, 'SEE').map(([application, roles]) => [application, roles.map(({ name }) => name)])).toEqual([['content-agent!b58', ['Read']]]);
});
