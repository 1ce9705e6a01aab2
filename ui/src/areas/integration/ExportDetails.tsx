import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { Input } from '@ui5/webcomponents-react/Input';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { Option } from '@ui5/webcomponents-react/Option';
import { RadioButton } from '@ui5/webcomponents-react/RadioButton';
import { Select } from '@ui5/webcomponents-react/Select';
import type { components } from '~/api/schema';
import { Field } from '~/parts/FormDialog';
import { SmallTable } from '~/parts/SmallTable';
import { t } from '~/text';
import { keyOf, typeName, type Chosen } from './agent';
import '~/parts/FormDialog.css';

type Agent = components['schemas']['ContentAgent'];

/** Where an export goes. */
export interface Details {
  mode: string;
  /** That of the destination, when empty. */
  node: string;
  description: string;
  propagateOwner: boolean;
}

const MODES = [
  { mode: 'TransportManagementService', text: 'agent.mode.transport', what: 'agent.mode.transportWhat' },
  { mode: 'download', text: 'agent.mode.download', what: 'agent.mode.downloadWhat' },
] as const;
const LONGEST = 512;

export function DetailsStep({ agent: { transport }, details, change }: { agent: Agent; details: Details; change: (details: Details) => void }) {
  const put = (part: Partial<Details>) => change({ ...details, ...part });
  const isTransport = details.mode !== 'download';
  return (
    <div className="ask-fields export-details">
      <fieldset className="export-modes">
        <legend>{t('agent.mode')}</legend>
        {MODES.map(({ mode, text, what }) => (
          <div key={mode}>
            <RadioButton name="export-mode" text={t(text)} checked={details.mode === mode} onChange={() => put({ mode })} />
            <small className="soft">{t(what)}</small>
          </div>
        ))}
      </fieldset>
      {isTransport && transport.trouble && (
        <MessageStrip design="Critical" hideCloseButton>
          {transport.trouble}
        </MessageStrip>
      )}
      {isTransport && (
        <Field label={t('agent.sourceNode')} id="export-node" hint={t('agent.sourceNodeHint')}>
          <Select id="export-node" value={details.node} onChange={(event) => put({ node: event.detail.selectedOption.getAttribute('data-value') ?? '' })}>
            <Option value="" data-value="">
              {transport.node ? t('agent.nodeOfDestination', { node: transport.node }) : t('agent.noNodeOfDestination')}
            </Option>
            {transport.nodes.map((node) => (
              <Option key={node} value={node} data-value={node}>
                {node}
              </Option>
            ))}
          </Select>
        </Field>
      )}
      <Field label={t('form.description')} id="export-description" hint={t('agent.descriptionHint')}>
        <Input id="export-description" value={details.description} maxlength={LONGEST} onInput={(event) => put({ description: event.target.value })} />
      </Field>
      {isTransport && <CheckBox text={t('package.propagate')} checked={details.propagateOwner} onChange={(event) => put({ propagateOwner: event.target.checked })} />}
    </div>
  );
}

/** All of it once more, before it is done. */
export function ReviewStep({ chosen, details, agent: { transport } }: { chosen: Chosen[]; details: Details; agent: Agent }) {
  const isTransport = details.mode !== 'download';
  const heads = [t('package.name'), t('agent.contentType'), t('package.version'), t('agent.components')];
  return (
    <>
      <dl className="dialog-facts">
        <dt>{t('agent.mode')}</dt>
        <dd>{t(isTransport ? 'agent.mode.transport' : 'agent.mode.download')}</dd>
        {isTransport && (
          <>
            <dt>{t('agent.sourceNode')}</dt>
            <dd>{details.node || (transport.node ?? '–')}</dd>
          </>
        )}
        <dt>{t('form.description')}</dt>
        <dd>{details.description.trim() || chosen.map(({ resource }) => resource.name).join(' ')}</dd>
      </dl>
      <SmallTable label={t('agent.content')} count={chosen.length} heads={heads}>
        <tbody>
          {chosen.map(({ resource, components: parts }) => (
            <tr key={keyOf(resource)}>
              <td data-label={heads[0]}>{resource.name}</td>
              <td data-label={heads[1]}>{typeName(resource.type)}</td>
              <td data-label={heads[2]}>{resource.version}</td>
              <td data-label={heads[3]}>{resource.components.length === 0 ? '–' : t('agent.partsOf', { count: parts.length, all: resource.components.length })}</td>
            </tr>
          ))}
        </tbody>
      </SmallTable>
    </>
  );
}
