import { useSuspenseQuery } from '@tanstack/react-query';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { Time } from '~/parts/Time';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { contentText, landscapeOf, ownerOf, requestOf } from './data';
import { RequestContents } from './RequestContents';
import { Tracking } from './Tracking';
import { Who } from './Who';
import './transport.css';

/** One transport request: where it is, and what it carries. */
export const request: Screen = {
  load: ({ params: { subaccount = '', request: id = '' }, queries }) =>
    Promise.all([queries.ensureQueryData(requestOf(subaccount, id)), queries.ensureQueryData(landscapeOf(subaccount))]),
  Page: RequestPage,
};

function RequestPage() {
  const { subaccount, request: id } = usePlace('subaccount', 'request');
  const details = useSuspenseQuery(requestOf(subaccount, id)).data;
  const shown = details.request;
  const { description, namedUser, owner, origin, contentType, createdAt } = shown;
  const facts = [
    { label: t('request.id'), value: <span className="number">{id}</span> },
    { label: t('request.owner'), value: <Who name={ownerOf(shown)} /> },
    ...(namedUser && namedUser !== owner ? [{ label: t('action.through'), value: <Who name={owner} /> }] : []),
    { label: t('request.origin'), value: origin },
    { label: t('node.contentType'), value: contentText(contentType) },
    { label: t('request.created'), value: <Time at={createdAt} /> },
  ];
  return (
    <>
      <ObjectHeader title={description || t('log.request', { id })} facts={facts} actions={<CopyAsCurl call={{ url: `/api/v1/subaccounts/${subaccount}/requests/${id}` }} />} />
      <Tracking details={details} />
      <RequestContents entries={details.entries} />
    </>
  );
}
