import '@ui5/webcomponents-icons/dist/group.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Suspense, useState } from 'react';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { Link } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { QueryTable, type Column } from '~/parts/QueryTable';
import { RowButton } from '~/parts/RowButton';
import { path } from '~/path';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { accessText, projectsOf, rightsOf, type Project } from './data';
import { ProjectDialog } from './ProjectDialog';
import { TeamDialog } from './TeamDialog';
import './change.css';

/** Who works together on features, and who may see them. */
export const projects: Screen = {
  load: ({ params: { subaccount = '' }, queries }) =>
    Promise.all([queries.ensureInfiniteQueryData(projectsOf(subaccount)), queries.ensureQueryData(rightsOf(subaccount))]),
  Page: ProjectsPage,
};

function ProjectsPage() {
  const { subaccount } = usePlace('subaccount');
  const { can } = useSuspenseQuery(rightsOf(subaccount)).data;
  const [isCreating, setCreating] = useState(false);
  const [team, setTeam] = useState<Project>();
  const columns: Column<Project>[] = [
    { id: 'name', header: t('project.name'), cell: ({ name }) => name },
    { id: 'access', header: t('project.access'), cell: ({ access }) => <span data-tip={t(access === 'public' ? 'project.publicNote' : access === 'private' ? 'project.privateNote' : 'project.restrictedNote')}>{accessText(access)}</span> },
    { id: 'status', header: t('project.status'), cell: ({ status }) => t(status === 'O' ? 'project.open' : 'project.closed') },
    { id: 'features', header: t('features.title'), cell: ({ id }) => <Link to={`${path.features({ subaccount })}?project=${id}`}>{t('project.features')}</Link> },
  ];
  const create = (
    <ActionButton design="Emphasized" can={can.createProject} onClick={() => setCreating(true)}>
      {t('project.create')}
    </ActionButton>
  );
  return (
    <>
      <ObjectHeader title={t('projects.title')} subtitle={t('projects.lead')} actions={create} />
      <QueryTable
        name="projects"
        label={t('projects.title')}
        pages={projectsOf(subaccount)}
        columns={columns}
        rowKey={({ id }) => id}
        empty={
          <Empty icon="group" title={t('projects.none')}>
            {t('projects.noneNext')}
          </Empty>
        }
        actions={<CopyAsCurl call={{ url: `/api/v1/alm/${subaccount}/projects` }} />}
        rowActions={(row) => <RowButton text={t('project.team')} onClick={() => setTeam(row)} />}
      />
      {isCreating && <ProjectDialog close={() => setCreating(false)} />}
      {team && (
        <Suspense>
          <TeamDialog project={team} close={() => setTeam(undefined)} />
        </Suspense>
      )}
    </>
  );
}
