import '@ui5/webcomponents-icons/dist/add.js';
import '@ui5/webcomponents-icons/dist/decline.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { CheckBox } from '@ui5/webcomponents-react/CheckBox';
import { Input } from '@ui5/webcomponents-react/Input';
import { Option } from '@ui5/webcomponents-react/Option';
import { Select } from '@ui5/webcomponents-react/Select';
import type { Landscape } from '~/api/landscape';
import { ActionButton } from '~/parts/ActionButton';
import { Field } from '~/parts/FormDialog';
import { t } from '~/text';
import { FORWARD_MODES, forwardText } from './data';
import { grown, LEAST, MOST, nameProblem, type NodeDraft } from './wizard';

interface Props {
  nodes: NodeDraft[];
  there: Landscape;
  setNodes: (change: (before: NodeDraft[]) => NodeDraft[]) => void;
  put: (key: number, change: Partial<NodeDraft>) => void;
}

/** The nodes, in the order in which requests go through them. */
export function WizardNodes({ nodes, there, setNodes, put }: Props) {
  const full = nodes.length >= MOST ? { allowed: false, reason: t('wizard.most', { count: MOST }) } : undefined;
  return (
    <>
      <p className="wizard-lead">{t('wizard.nodesLead')}</p>
      <ol className="wizard-nodes">
        {nodes.map((node, at) => (
          <li key={node.key} className="card">
            <header>
              <h2>{t(at === 0 ? 'wizard.first' : at === nodes.length - 1 ? 'wizard.last' : 'wizard.between')}</h2>
              {nodes.length > LEAST && (
                <Button design="Transparent" icon="decline" accessibleName={t('wizard.drop', { name: node.name })} tooltip={t('wizard.drop', { name: node.name })} onClick={() => setNodes((all) => all.filter(({ key }) => key !== node.key))} />
              )}
            </header>
            <NodeFields node={node} isFirst={at === 0} problem={nameProblem(node, nodes, there)} put={(change) => put(node.key, change)} />
          </li>
        ))}
      </ol>
      <ActionButton icon="add" can={full} onClick={() => setNodes(grown)}>
        {t('wizard.more')}
      </ActionButton>
    </>
  );
}

function NodeFields({ node, isFirst, problem, put }: { node: NodeDraft; isFirst: boolean; problem: string | undefined; put: (change: Partial<NodeDraft>) => void }) {
  const id = (name: string) => `wizard-${name}-${node.key}`;
  return (
    <>
      <div className="form-row">
        <Field label={t('node.name')} id={id('name')} required hint={problem}>
          <Input id={id('name')} value={node.name} maxlength={30} required valueState={problem ? 'Negative' : 'None'} onInput={(event) => put({ name: event.target.value })} />
        </Field>
        <Field label={t('node.forwardMode')} id={id('forward')}>
          <Select id={id('forward')} value={node.forwardMode} onChange={(event) => put({ forwardMode: event.detail.selectedOption.getAttribute('data-value') ?? '' })}>
            {FORWARD_MODES.map((mode) => (
              <Option key={mode} data-value={mode} value={mode}>
                {forwardText(mode)}
              </Option>
            ))}
          </Select>
        </Field>
      </div>
      <Field label={t('form.description')} id={id('description')}>
        <Input id={id('description')} value={node.description} maxlength={500} onInput={(event) => put({ description: event.target.value })} />
      </Field>
      {isFirst && <CheckBox text={t('wizard.uploadAllowed')} checked={node.uploadAllowed} onChange={(event) => put({ uploadAllowed: event.target.checked })} />}
    </>
  );
}
