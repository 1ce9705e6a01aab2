import { client } from '~/api/client';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { API, type Feature } from './data';
import { FormDialog } from '~/parts/FormDialog';

/** Says into which nodes which transports are imported, before they are. */
export function DeployDialog({ feature, close }: { feature: Feature; close: () => void }) {
  const { subaccount: tenant } = usePlace('subaccount');
  const { deployments, transports, warnings, uuid } = feature;
  const nodes = deployments.map(({ node }) => node).join(', ');
  // What was confirmed is what is deployed: where it is one node, it is named.
  const body = { target: deployments.length === 1 ? deployments[0]!.node : null };
  const write = useWrite({
    call: () => client.POST(`${API}/features/{feature}/deploy`, { params: { path: { tenant, feature: uuid } }, body }),
    touches: ['feature', 'queue', 'action'],
    says: (answer) => [t('feature.deployed', { nodes }), ...answer.warnings].join(' '),
    then: close,
    problems: 'here',
  });
  const titleOf = (id: string) => transports.find((one) => one.id === id)?.title ?? '';
  return (
    <FormDialog
      title={t('feature.deployTo', { nodes })}
      action={t('feature.deploy')}
      call={{ method: 'POST', url: `/api/v1/alm/${tenant}/features/${uuid}/deploy`, body }}
      isReady={deployments.length > 0}
      isQuestion
      isRunning={write.isRunning}
      problem={write.problem}
      submit={() => write.run(undefined)}
      close={close}
    >
      <p>{t('feature.deployAsk')}</p>
      {deployments.map(({ node, production, transports: ids }) => (
        <div key={node} className="deploy-group" data-production={production}>
          <h3>
            {node}
            {production && <small>{t('feature.role.production')}</small>}
          </h3>
          <ul>
            {ids.map((id) => (
              <li key={id}>
                <span className="number">{id}</span> {titleOf(id)}
              </li>
            ))}
          </ul>
        </div>
      ))}
      {warnings.map((one) => (
        <p key={one} className="feature-path-why">
          {one}
        </p>
      ))}
    </FormDialog>
  );
}
