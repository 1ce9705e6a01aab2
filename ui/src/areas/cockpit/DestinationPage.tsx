import '@ui5/webcomponents-icons/dist/connected.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { useState } from 'react';
import { ActionButton } from '~/parts/ActionButton';
import { CheckResult, Hints, useCheck } from '~/parts/CheckResult';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { OutLink } from '~/parts/Link';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { Time } from '~/parts/Time';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { destinationOf } from './data';
import { useDeleteDestination } from './delete';
import { DestinationDialog } from './DestinationDialog';
import './cockpit.css';

/** One destination: what it says, what is to be done about it, and whether the other side is there. */
export const destination: Screen = {
  load: ({ params: { subaccount = '', destination: name = '' }, queries }) => queries.ensureQueryData(destinationOf(subaccount, name)),
  Page: DestinationPage,
};

function DestinationPage() {
  const { subaccount, destination: name } = usePlace('subaccount', 'destination');
  const { value: shown, etag } = useSuspenseQuery(destinationOf(subaccount, name)).data;
  const [isEditing, setEditing] = useState(false);
  const remove = useDeleteDestination();
  const check = useCheck(subaccount, name);
  const { properties, secrets, missingSecrets, hints, can } = shown;
  const url = `/api/v1/subaccounts/${subaccount}/destinations/${encodeURIComponent(name)}`;
  const facts = [
    { label: t('destination.type'), value: properties.Type },
    { label: t('destination.authentication'), value: properties.Authentication },
    { label: t('destination.created_at'), value: <Time at={shown.createdAt} /> },
    { label: t('destination.modified'), value: <Time at={shown.modifiedAt} /> },
  ];
  return (
    <>
      <ObjectHeader
        title={name}
        subtitle={properties.Description}
        facts={facts}
        actions={
          <>
            <ActionButton design="Emphasized" can={can.check} isRunning={check.isPending} onClick={() => check.mutate()}>
              {t('destination.check')}
            </ActionButton>
            <ActionButton can={can.edit} onClick={() => setEditing(true)}>
              {t('form.edit')}
            </ActionButton>
            <ActionButton can={can.delete} onClick={() => remove(name)}>
              {t('form.delete')}
            </ActionButton>
            <CopyAsCurl call={{ url }} />
          </>
        }
      />
      <CheckResult check={check} />
      {missingSecrets.length > 0 && (
        <MessageStrip design="Critical" hideCloseButton className="problem-strip">
          {t('destination.missingNext', { names: missingSecrets.join(', ') })}
        </MessageStrip>
      )}
      {!check.data && <Hints hints={hints} />}
      <section className="section card">
        <h2>{t('destination.properties')}</h2>
        <dl className="facts">
          {Object.entries(properties).map(([key, value]) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd>{value}</dd>
            </div>
          ))}
          {secrets.map((key) => (
            <div key={key}>
              <dt>{key}</dt>
              <dd className="soft">{t('destination.hidden')}</dd>
            </div>
          ))}
        </dl>
        <p className="file-links">
          {t('destination.export')} <OutLink href={`${url}/file`} download>Properties</OutLink> <OutLink href={`${url}/file?format=json`} download>JSON</OutLink>
        </p>
      </section>
      {isEditing && <DestinationDialog destination={shown} etag={etag} close={() => setEditing(false)} />}
    </>
  );
}
