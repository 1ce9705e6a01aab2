import { pathData as alert } from '@ui5/webcomponents-icons/dist/v5/alert.js';
import { pathData as success } from '@ui5/webcomponents-icons/dist/v5/sys-enter-2.js';
import type { components } from '~/api/schema';
import { Badge } from '~/parts/StatusBadge';
import { t } from '~/text';
import { typeName } from './agent';

type Agent = components['schemas']['ContentAgent'];

/** Content types and transport management: whether each is ready, and if not, why. */
export function AgentState({ agent: { contentTypes, transport } }: { agent: Agent }) {
  return (
    <ul className="agent-state">
      {contentTypes.map(({ type, resources, trouble }) => (
        <State key={type} title={typeName(type)} trouble={trouble} good={t('agent.active')}>
          {t('agent.ready', { count: resources ?? 0 })}
        </State>
      ))}
      <State title={t('agent.transportManagement')} trouble={transport.trouble} good={t('agent.connected')}>
        {transport.node ? t('agent.from', { node: transport.node }) : t('agent.noNode')}
      </State>
    </ul>
  );
}

function State({ title, trouble, good, children }: { title: string; trouble?: string | null; good: string; children: string }) {
  return (
    <li className="card">
      <h2>{title}</h2>
      <Badge tone={trouble ? 'critical' : 'positive'} icon={trouble ? alert : success} text={trouble ? t('agent.notReady') : good} />
      <p>{trouble ?? children}</p>
    </li>
  );
}
