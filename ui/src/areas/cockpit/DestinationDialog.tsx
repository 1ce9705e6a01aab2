import '@ui5/webcomponents-icons/dist/add.js';
import '@ui5/webcomponents-icons/dist/decline.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { Input } from '@ui5/webcomponents-react/Input';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { useState } from 'react';
import { client } from '~/api/client';
import { Field, FormDialog } from '~/parts/FormDialog';
import { useGo } from '~/parts/Link';
import { useWrite } from '~/parts/useWrite';
import { path } from '~/path';
import { usePlace } from '~/screen';
import { t } from '~/text';
import { Choice } from './Choice';
import { API, type Destination, type DestinationFile } from './data';
import { AUTHENTICATIONS, draftOf, fieldsOf, propertiesOf, PROXIES, TYPES, type Draft, type PropertyField } from './fields';

interface Props {
  /** The one that is changed, with its version; without it one is made. */
  destination?: Destination;
  etag?: string;
  /** What a file said. */
  file?: DestinationFile;
  close: () => void;
}

const FRESH = { Type: 'HTTP', ProxyType: 'Internet', Authentication: 'NoAuthentication' };

/** Makes a destination, or changes one: what its type and authentication ask for, and any other property. */
export function DestinationDialog({ file, close, ...shown }: Props) {
  // What others change meanwhile is read again behind the dialog; the draft is about what was shown when it was opened.
  const [{ destination, etag }, setShown] = useState(shown);
  const { subaccount } = usePlace('subaccount');
  const go = useGo();
  const secrets = destination?.secrets ?? [];
  const missing = destination?.missingSecrets ?? file?.missingSecrets ?? [];
  const [draft, setDraft] = useState(() => draftOf(destination?.properties ?? file?.properties ?? FRESH, destination ? secrets : missing));
  const put = (change: Record<string, string>) => setDraft((before) => ({ ...before, values: { ...before.values, ...change } }));
  const changed = {
    // The whole is replaced, so only what is typed in counts.
    keep: () => setShown(shown),
    discard: () => {
      setShown(shown);
      setDraft(draftOf(shown.destination?.properties ?? FRESH, shown.destination?.secrets ?? []));
    },
  };
  const { values } = draft;
  const name = values.Name ?? '';
  const properties = propertiesOf(draft, secrets);
  const write = useWrite({
    call: () =>
      destination
        ? client.PUT(`${API}/destinations/{name}`, { params: { path: { subaccount, name }, header: { 'If-Match': etag } }, body: { properties } })
        : client.POST(`${API}/destinations`, { params: { path: { subaccount } }, body: { properties } }),
    touches: ['destination'],
    says: () => t(destination ? 'destination.saved' : 'destination.created', { name }),
    then: () => {
      close();
      if (!destination) go(path.destination({ subaccount, destination: name }));
    },
    problems: 'here',
  });
  const base = `/api/v1/subaccounts/${subaccount}/destinations`;
  const needed = fieldsOf(values.Type ?? '', values.Authentication ?? '').filter(({ isRequired }) => isRequired);
  const isReady = name.trim() !== '' && (values.Type !== 'HTTP' || values.URL !== undefined) && needed.every(({ key }) => values[key]);
  return (
    <FormDialog
      title={destination ? t('destination.editTitle', { name }) : t('destination.create')}
      action={t(destination ? 'form.save' : 'form.create')}
      call={{ method: destination ? 'PUT' : 'POST', url: destination ? `${base}/${encodeURIComponent(name)}` : base, body: { properties: withoutSecrets(properties, draft) } }}
      isReady={isReady}
      isWide
      focus={destination ? 'destination-URL' : 'destination-Name'}
      isRunning={write.isRunning}
      problem={write.problem}
      changed={{ ...changed, forget: write.reset }}
      submit={() => write.run(undefined)}
      close={close}
    >
      {file?.exists && <Strip text={t('destination.exists', { name })} />}
      {missing.length > 0 && <Strip text={t('destination.enterSecrets', { names: missing.join(', ') })} />}
      <General values={values} put={put} isNew={!destination} />
      <div className="form-row">
        {fieldsOf(values.Type ?? '', values.Authentication ?? '').map((field) => (
          <Property key={field.key} field={field} value={values[field.key] ?? ''} isKept={secrets.includes(field.key)} put={put} />
        ))}
      </div>
      <AdditionalProperties draft={draft} setDraft={setDraft} secrets={secrets} />
    </FormDialog>
  );
}

/** What is copied goes into chats. */
function withoutSecrets(properties: Record<string, string>, { values, additional }: Draft) {
  const hidden = new Set(fieldsOf(values.Type ?? '', values.Authentication ?? '').filter(({ isSecret }) => isSecret).map(({ key }) => key));
  additional.forEach(({ key, isSecret }) => isSecret && hidden.add(key));
  return Object.fromEntries(Object.entries(properties).map(([key, value]) => [key, hidden.has(key) ? '' : value]));
}

function Strip({ text }: { text: string }) {
  return (
    <MessageStrip design="Critical" hideCloseButton>
      {text}
    </MessageStrip>
  );
}

interface PartProps {
  values: Record<string, string>;
  put: (change: Record<string, string>) => void;
}

function General({ values, put, isNew }: PartProps & { isNew: boolean }) {
  const isHttp = values.Type === 'HTTP';
  return (
    <>
      <div className="form-row">
        <Field label={t('destination.name')} id="destination-Name" required>
          <Input id="destination-Name" value={values.Name ?? ''} maxlength={255} required disabled={!isNew} onInput={(event) => put({ Name: event.target.value })} />
        </Field>
        <Field label={t('destination.type')} id="destination-Type" required>
          <Choice id="destination-Type" value={values.Type ?? ''} words={TYPES} choose={(Type) => put({ Type })} />
        </Field>
      </div>
      <Field label={t('form.description')} id="destination-Description">
        <Input id="destination-Description" value={values.Description ?? ''} onInput={(event) => put({ Description: event.target.value })} />
      </Field>
      {isHttp && (
        <>
          <Field label={t('destination.url')} id="destination-URL" required>
            <Input id="destination-URL" value={values.URL ?? ''} required placeholder="https://" onInput={(event) => put({ URL: event.target.value })} />
          </Field>
          <div className="form-row">
            <Field label={t('destination.proxy')} id="destination-ProxyType">
              <Choice id="destination-ProxyType" value={values.ProxyType ?? 'Internet'} words={PROXIES} choose={(ProxyType) => put({ ProxyType })} />
            </Field>
            <Field label={t('destination.authentication')} id="destination-Authentication" required>
              <Choice id="destination-Authentication" value={values.Authentication ?? ''} words={among(AUTHENTICATIONS, values.Authentication)} choose={(Authentication) => put({ Authentication })} />
            </Field>
          </div>
        </>
      )}
    </>
  );
}

/** One that is not offered but there is offered, too. */
const among = (words: readonly string[], word = '') => (word && !words.includes(word) ? [...words, word] : words);

function Property({ field, value, isKept, put }: { field: PropertyField; value: string; isKept: boolean; put: PartProps['put'] }) {
  const { key, isRequired, isSecret, options } = field;
  const id = `destination-${key}`;
  const set = (text: string) => put({ [key]: text });
  return (
    <Field label={key} id={id} required={isRequired} hint={isSecret && isKept ? t('destination.keptHint') : undefined}>
      {options ? (
        <Choice id={id} value={value || options[0]!} words={options} choose={set} />
      ) : (
        <Input id={id} type={isSecret ? 'Password' : 'Text'} value={value} placeholder={isSecret && isKept ? '••••••••' : ''} onInput={(event) => set(event.target.value)} />
      )}
    </Field>
  );
}

function AdditionalProperties({ draft, setDraft, secrets }: { draft: Draft; setDraft: (change: (before: Draft) => Draft) => void; secrets: string[] }) {
  const change = (index: number, part: Partial<Draft['additional'][number]>) =>
    setDraft((before) => ({ ...before, additional: before.additional.map((one, at) => (at === index ? { ...one, ...part } : one)) }));
  const drop = (index: number) => setDraft((before) => ({ ...before, additional: before.additional.filter((_, at) => at !== index) }));
  const add = () => setDraft((before) => ({ ...before, additional: [...before.additional, { key: '', value: '', isSecret: false }] }));
  return (
    <fieldset className="properties">
      <legend>{t('destination.additional')}</legend>
      {draft.additional.map(({ key, value, isSecret }, index) => (
        <div key={index} className="property">
          <Input accessibleName={t('destination.property')} placeholder={t('destination.property')} value={key} disabled={isSecret} onInput={(event) => change(index, { key: event.target.value })} />
          <Input
            accessibleName={t('destination.valueOf', { name: key })}
            type={isSecret ? 'Password' : 'Text'}
            placeholder={isSecret && secrets.includes(key) ? t('destination.kept') : t('destination.value')}
            value={value}
            onInput={(event) => change(index, { value: event.target.value })}
          />
          <Button design="Transparent" icon="decline" accessibleName={t('destination.dropProperty', { name: key })} tooltip={t('destination.dropProperty', { name: key })} onClick={() => drop(index)} />
        </div>
      ))}
      <Button design="Transparent" icon="add" onClick={add}>
        {t('destination.addProperty')}
      </Button>
    </fieldset>
  );
}
