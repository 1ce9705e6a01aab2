import { BusyIndicator } from '@ui5/webcomponents-react/BusyIndicator';
import type { Problem } from '~/api/problem';
import { ProblemStrip } from '~/parts/ProblemView';
import { SmallTable } from '~/parts/SmallTable';
import { t } from '~/text';
import { forwardText } from './data';
import { landscapeFrom, type NodeDraft } from './wizard';

/** Everything that will be made, in one go: all of it or nothing. */
export function WizardReview({ nodes, problem, isRunning }: { nodes: NodeDraft[]; problem: Problem | null; isRunning: boolean }) {
  const { routes = [] } = landscapeFrom(nodes);
  const nodeHeads = [t('node.name'), t('form.description'), t('node.destination'), t('node.forwardMode'), t('node.uploads')];
  const routeHeads = [t('route.name'), t('route.source'), t('route.target')];
  return (
    <>
      <p className="wizard-lead">{t('wizard.reviewLead')}</p>
      <ProblemStrip problem={problem} />
      <div role="status">{isRunning && <BusyIndicator active text={t('wizard.making', { nodes: nodes.length, routes: routes.length })} />}</div>
      <SmallTable label={t('node.all')} count={nodes.length} heads={nodeHeads}>
        <tbody>
          {nodes.map(({ key, name, description, destination, forwardMode, uploadAllowed }, at) => (
            <tr key={key}>
              <td data-label={nodeHeads[0]}>
                <strong>{name}</strong>
              </td>
              <td data-label={nodeHeads[1]}>{description || '–'}</td>
              <td data-label={nodeHeads[2]}>{at === 0 ? t('wizard.source') : destination || t('wizard.noDestination')}</td>
              <td data-label={nodeHeads[3]}>{forwardText(forwardMode)}</td>
              <td data-label={nodeHeads[4]}>{t(uploadAllowed ? 'node.uploadAllowed' : 'node.uploadNot')}</td>
            </tr>
          ))}
        </tbody>
      </SmallTable>
      <SmallTable label={t('route.all')} count={routes.length} heads={routeHeads}>
        <tbody>
          {routes.map(({ name, source, target }) => (
            <tr key={name}>
              <td data-label={routeHeads[0]}>
                <strong>{name}</strong>
              </td>
              <td data-label={routeHeads[1]}>{source}</td>
              <td data-label={routeHeads[2]}>{target}</td>
            </tr>
          ))}
        </tbody>
      </SmallTable>
    </>
  );
}
