import { pathData as ahead } from '@ui5/webcomponents-icons/dist/v5/circle-task.js';
import { pathData as failed } from '@ui5/webcomponents-icons/dist/v5/error.js';
import { pathData as moving } from '@ui5/webcomponents-icons/dist/v5/synchronize.js';
import { pathData as done } from '@ui5/webcomponents-icons/dist/v5/sys-enter-2.js';
import '@ui5/webcomponents-icons/dist/refresh.js';
import { useState } from 'react';
import { client } from '~/api/client';
import { ActionButton } from '~/parts/ActionButton';
import { Glyph } from '~/parts/StatusBadge';
import type { Tone } from '~/parts/status';
import { useWrite } from '~/parts/useWrite';
import { usePlace } from '~/screen';
import { t, type TextKey } from '~/text';
import { API, type Feature } from './data';
import { DeployDialog } from './DeployDialog';
import { lanesOf, type Lane, type Stage, type StageState } from './lanes';

const LOOKS: Record<StageState, readonly [Tone, string]> = {
  none: ['neutral', ahead],
  ahead: ['neutral', ahead],
  scheduled: ['information', moving],
  deployed: ['positive', done],
  failed: ['negative', failed],
};

/** From development to production: how far the feature came, and what goes on next. */
export function DeploymentPath({ feature }: { feature: Feature }) {
  const { subaccount: tenant } = usePlace('subaccount');
  const [isDeploying, setDeploying] = useState(false);
  const lanes = lanesOf(feature);
  const { can, warnings, uuid } = feature;
  const isUnderWay = lanes.some(({ stages }) => stages.some(({ state }) => state !== 'deployed'));
  const refresh = useWrite({
    call: () => client.POST(`${API}/features/{feature}/refresh`, { params: { path: { tenant, feature: uuid } } }),
    touches: ['feature'],
    says: () => t('feature.refreshed'),
    problems: 'toast',
  });
  return (
    <section className="section card feature-path" aria-label={t('feature.path')}>
      <div className="feature-path-head">
        <h2>{t('feature.path')}</h2>
        <ActionButton design="Transparent" icon="refresh" tooltip={t('feature.refresh')} accessibleName={t('feature.refresh')} isRunning={refresh.isRunning} onClick={() => refresh.run(undefined)} />
        <ActionButton design={can.deploy?.allowed ? 'Emphasized' : 'Default'} can={can.deploy} onClick={() => setDeploying(true)}>
          {t('feature.deploy')}
        </ActionButton>
      </div>
      {lanes.map((lane) => (
        <LaneView key={lane.transports[0]?.id} lane={lane} isNamed={lanes.length > 1} />
      ))}
      {lanes.length === 0 && <p className="feature-path-none">{t(feature.transports.length > 0 ? 'feature.noPath' : 'feature.pathEmpty')}</p>}
      {isUnderWay && !can.deploy?.allowed && <p className="feature-path-why">{sentence(can.deploy?.reason ?? '')}</p>}
      {warnings.map((one) => (
        <p key={one} className="feature-path-why">
          {one}
        </p>
      ))}
      {isDeploying && <DeployDialog feature={feature} close={() => setDeploying(false)} />}
    </section>
  );
}

const sentence = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

function LaneView({ lane, isNamed }: { lane: Lane; isNamed: boolean }) {
  return (
    <div className="lane">
      {isNamed && <p>{t('feature.lane', { ids: lane.transports.map(({ id }) => id).join(', ') })}</p>}
      <ol>
        {lane.stages.map((stage) => (
          <StageView key={stage.node} stage={stage} />
        ))}
      </ol>
    </div>
  );
}

function StageView({ stage }: { stage: Stage }) {
  const { node, role, state, done: deployed, count, isNext } = stage;
  const [tone, icon] = LOOKS[state];
  const isBegin = role === 'development';
  const word = isBegin ? t('feature.stage.released', { count }) : t(`feature.stage.${state}` as TextKey);
  const part = !isBegin && count > 1 && state !== 'deployed' ? ` · ${t('feature.stage.part', { done: deployed, all: count })}` : '';
  return (
    <li className="stage" data-tone={tone} data-state={state}>
      <span className="stage-dot">
        <Glyph icon={icon} />
      </span>
      <span className="stage-text">
        <strong>{node}</strong>
        <small>{t(`feature.role.${role}` as TextKey)}</small>
        <span className="stage-state">
          {word}
          {part}
        </span>
        {isNext && <span className="stage-next">{t('feature.next')}</span>}
      </span>
    </li>
  );
}
