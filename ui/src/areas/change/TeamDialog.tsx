import '@ui5/webcomponents-icons/dist/group.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { Bar } from '@ui5/webcomponents-react/Bar';
import { Button } from '@ui5/webcomponents-react/Button';
import { Dialog } from '@ui5/webcomponents-react/Dialog';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { Empty } from '~/parts/Empty';
import { usePlace } from '~/screen';
import { t, type TextKey } from '~/text';
import { projectOf, type Project } from './data';
import '~/parts/FormDialog.css';

/** Who is in a project's team, and as what. */
export function TeamDialog({ project, close }: { project: Project; close: () => void }) {
  const { subaccount } = usePlace('subaccount');
  const { name, members, can } = useSuspenseQuery(projectOf(subaccount, project.id)).data;
  const create = can.createFeature;
  const copy = (
    <span>
      <CopyAsCurl call={{ url: `/api/v1/alm/${subaccount}/projects/${project.id}` }} />
    </span>
  );
  const button = (
    <Button design="Emphasized" onClick={close}>
      {t('change.close')}
    </Button>
  );
  return (
    <Dialog open headerText={t('project.teamOf', { name })} className="ask" onClose={close} footer={<Bar design="Footer" startContent={copy} endContent={button} />}>
      {members.length === 0 ? (
        <Empty icon="group" title={t('project.noTeam')}>
          {t('project.noTeamNext')}
        </Empty>
      ) : (
        <ul className="team">
          {members.map(({ user, role }) => (
            <li key={user}>
              <span>{user}</span>
              <span className="soft">{t(`project.role.${role}` as TextKey)}</span>
            </li>
          ))}
        </ul>
      )}
      {create && <p className="soft">{create.allowed ? t('project.mayCreate') : create.reason}</p>}
    </Dialog>
  );
}
