import '@ui5/webcomponents-icons/dist/download.js';
import '@ui5/webcomponents-icons/dist/product.js';
import { useSuspenseQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { ActionButton } from '~/parts/ActionButton';
import { CopyAsCurl } from '~/parts/CopyAsCurl';
import { DropTarget } from '~/parts/DropTarget';
import { ObjectHeader } from '~/parts/ObjectHeader';
import { RichText } from '~/parts/RichText';
import { Time } from '~/parts/Time';
import { usePlace, type Screen } from '~/screen';
import { t } from '~/text';
import { ArtifactTable } from './ArtifactTable';
import { Chip } from './Chip';
import { packageOf, settingsOf, transportsOf, type PackageDetails } from './data';
import { useDeletePackage } from './deletePackage';
import { download } from './download';
import { ImportDialog } from './ImportDialog';
import { TransportDialog } from './TransportDialog';
import { Transports } from './Transports';
import './integration.css';

/** One integration package: its artifacts, and its way into transports. */
export const packageScreen: Screen = {
  load: async ({ params: { subaccount = '', package: id = '' }, queries }) => {
    const [{ can }] = await Promise.all([queries.ensureQueryData(packageOf(subaccount, id)), queries.ensureQueryData(settingsOf(subaccount))]);
    if (can.seeTransports?.allowed) await queries.ensureInfiniteQueryData(transportsOf(subaccount, id));
  },
  Page: PackagePage,
};

function PackagePage() {
  const { subaccount, package: id } = usePlace('subaccount', 'package');
  const shown = useSuspenseQuery(packageOf(subaccount, id)).data;
  const [chosen, setChosen] = useState<string[]>([]);
  const [isOpen, setOpen] = useState(false);
  const [file, setFile] = useState<File>();
  const { name, version, vendor, mode, shortText, description, modifiedAt, modifiedBy, can, tags } = shown;
  const facts = [
    { label: t('package.id'), value: <code>{id}</code> },
    { label: t('package.version'), value: <span className="number">{version}</span> },
    { label: t('package.vendor'), value: vendor || undefined },
    { label: t('package.modified'), value: <><Time at={modifiedAt} /> <span className="soft">{modifiedBy}</span></> },
    ...Object.entries(tags).map(([label, values]) => ({ label, value: values.join(', ') })),
  ];
  return (
    <DropTarget can={can.import!} text={t('package.dropHere')} onFile={setFile}>
      <ObjectHeader
        title={name}
        status={mode === 'READ_ONLY' && <Chip>{t('package.readOnly')}</Chip>}
        subtitle={shortText}
        facts={facts}
        actions={<Actions shown={shown} transport={() => setOpen(true)} chosen={chosen.length} />}
      />
      {description && (
        <details className="package-text">
          <summary>{t('form.description')}</summary>
          <RichText html={description} />
        </details>
      )}
      <ArtifactTable artifacts={shown.artifacts} chosen={chosen} choose={setChosen} />
      {can.seeTransports!.allowed && <Transports name={id} label={t('tenantTransports.ofPackage')} />}
      {isOpen && <TransportDialog shown={shown} chosen={chosen} close={() => setOpen(false)} />}
      {file && <ImportDialog key={file.name} first={file} close={() => setFile(undefined)} />}
    </DropTarget>
  );
}

function Actions({ shown: { id, name, can }, transport, chosen }: { shown: PackageDetails; transport: () => void; chosen: number }) {
  const { subaccount } = usePlace('subaccount');
  const remove = useDeletePackage();
  const url = `/api/v1/tenants/${subaccount}/packages/${encodeURIComponent(id)}`;
  return (
    <>
      <ActionButton design="Emphasized" can={can.transport} onClick={transport}>
        {chosen > 0 ? t('package.transportSome', { count: chosen }) : t('package.transport')}
      </ActionButton>
      <ActionButton icon="download" can={can.download} onClick={() => download(`${url}/content`)}>
        {t('package.download')}
      </ActionButton>
      <ActionButton design="Transparent" can={can.delete} onClick={() => remove(id, name)}>
        {t('form.delete')}
      </ActionButton>
      <CopyAsCurl call={{ url }} />
    </>
  );
}
