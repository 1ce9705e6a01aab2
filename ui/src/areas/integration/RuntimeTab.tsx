import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Empty } from '~/parts/Empty';
import { StatusBadge } from '~/parts/StatusBadge';
import { Time } from '~/parts/Time';
import { t } from '~/text';
import type { Artifact } from './data';

/** What is deployed of an artifact, where it listens, and why it does not run. */
export function RuntimeTab({ artifact: { runtime, can, version, draft } }: { artifact: Artifact }) {
  if (!can.seeRuntime!.allowed) return <Empty title={t('runtime.hidden')}>{can.seeRuntime!.reason}</Empty>;
  if (!runtime) return <Empty title={t('runtime.notDeployed')}>{can.deploy!.allowed ? t('runtime.notDeployedNext') : can.deploy!.reason}</Empty>;
  const { status, error, endpoints, deployedAt, deployedBy } = runtime;
  return (
    <div className="card runtime">
      {error && (
        <MessageStrip design="Negative" hideCloseButton>
          {error}
        </MessageStrip>
      )}
      {(draft || runtime.version !== version) && (
        <MessageStrip design="Information" hideCloseButton>
          {t('runtime.older', { version: runtime.version })}
        </MessageStrip>
      )}
      <dl className="facts">
        <div>
          <dt>{t('action.status')}</dt>
          <dd>
            <StatusBadge kind="runtime" state={status} />
          </dd>
        </div>
        <div>
          <dt>{t('runtime.version')}</dt>
          <dd className="number">{runtime.version}</dd>
        </div>
        <div>
          <dt>{t('runtime.deployed')}</dt>
          <dd>
            <Time at={deployedAt} /> <span className="soft">{deployedBy}</span>
          </dd>
        </div>
        <div>
          <dt>{t('runtime.endpoints')}</dt>
          <dd>
            {endpoints.length === 0 && '–'}
            {endpoints.map(({ protocol, path }) => (
              <p key={path} className="endpoint">
                {protocol} <code>{path}</code>
              </p>
            ))}
          </dd>
        </div>
      </dl>
      <p className="soft">{t('runtime.noMessages')}</p>
    </div>
  );
}
