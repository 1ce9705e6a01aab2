import { MessageStrip } from '@ui5/webcomponents-react/MessageStrip';
import { CopyText } from '~/parts/CopyAsCurl';
import { Size } from '~/parts/Size';
import { t } from '~/text';
import type { RequestContent } from './data';
import { DataTable } from './DataTable';

type Module = NonNullable<RequestContent['mta']>['modules'][number];

/** What a request carries: its files, their modules with checksums, and the artifacts in these. */
export function RequestContents({ entries }: { entries: RequestContent[] }) {
  return (
    <section className="section" aria-labelledby="contents">
      <h2 id="contents">{t('request.contents')}</h2>
      {entries.map((entry) => (
        <Entry key={entry.id} entry={entry} />
      ))}
    </section>
  );
}

function Entry({ entry: { fileName, uri, sizeBytes, mta, unreadable } }: { entry: RequestContent }) {
  return (
    <article className="entry">
      <header className="card">
        <h3>{fileName || uri}</h3>
        <dl>
          {mta && <Fact label={t('request.mta')} value={mta.id} />}
          {mta && <Fact label={t('request.version')} value={mta.version} />}
          {sizeBytes != null && (
            <div>
              <dt>{t('request.size')}</dt>
              <dd>
                <Size bytes={sizeBytes} />
              </dd>
            </div>
          )}
          <Fact label={t('request.file')} value={uri} />
        </dl>
        {unreadable && (
          <MessageStrip design="Critical" hideCloseButton>
            {t('request.unreadable')} {unreadable}
          </MessageStrip>
        )}
      </header>
      {mta && <Modules modules={mta.modules} />}
    </article>
  );
}

function Fact({ label, value }: { label: string; value: string }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{value}</dd>
    </div>
  );
}

function Modules({ modules }: { modules: Module[] }) {
  return (
    <>
      <DataTable label={t('request.modules')} count={modules.length} heads={[t('node.name'), t('request.type'), t('request.size'), t('request.checksum')]}>
        {modules.map(({ name, type, sizeBytes, sha256 }) => (
          <tr key={name}>
            <td data-label={t('node.name')}>{name}</td>
            <td data-label={t('request.type')}>{type}</td>
            <td data-label={t('request.size')}>
              <Size bytes={sizeBytes} />
            </td>
            <td data-label={t('request.checksum')}>{sha256 ? <Checksum of={name} sha256={sha256} /> : '–'}</td>
          </tr>
        ))}
      </DataTable>
      {modules.map((module) => module.artifacts.length > 0 && <Artifacts key={module.name} module={module} />)}
    </>
  );
}

/** Sixty-four digits are compared by their beginning, and by programs whole. */
function Checksum({ of, sha256 }: { of: string; sha256: string }) {
  return (
    <span className="checksum">
      <code data-tip={sha256} tabIndex={0}>
        {sha256.slice(0, 16)}…
      </code>
      <CopyText text={sha256} what={t('request.checksumOf', { name: of })} />
    </span>
  );
}

function Artifacts({ module: { name, artifacts } }: { module: Module }) {
  return (
    <DataTable label={t('request.artifactsOf', { name })} count={artifacts.length} heads={[t('node.name'), t('request.id'), t('request.type'), t('request.version')]}>
      {artifacts.map((artifact) => (
        <tr key={artifact.id}>
          <td data-label={t('node.name')}>{artifact.name}</td>
          <td data-label={t('request.id')}>{artifact.id}</td>
          <td data-label={t('request.type')}>{artifact.type}</td>
          <td data-label={t('request.version')} className="number">
            {artifact.version}
          </td>
        </tr>
      ))}
    </DataTable>
  );
}
