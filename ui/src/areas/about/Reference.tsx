import { useSuspenseQuery } from '@tanstack/react-query';
import { Input } from '@ui5/webcomponents-react/Input';
import { useState } from 'react';
import { t } from '~/text';
import { apiDocument, byTag, type ApiDocument, type Operation } from './document';
import { OperationDetails } from './OperationDetails';

/** The operations of our own API, from the document that the server itself hands out. */
export default function Reference() {
  const document = useSuspenseQuery(apiDocument()).data as ApiDocument;
  const [typed, setTyped] = useState('');
  const groups = byTag(document, typed);
  return (
    <div className="reference">
      <Input
        type="Search"
        showClearIcon
        className="reference-search"
        accessibleName={t('about.search')}
        placeholder={t('about.search')}
        value={typed}
        onInput={(event) => setTyped(event.target.value)}
      />
      {groups.map(({ name, description, operations }) => (
        <section key={name} className="card reference-group">
          <h3>{name}</h3>
          {description && <p>{description}</p>}
          {operations.map((operation) => (
            <Line key={operation.operationId} document={document} operation={operation} />
          ))}
        </section>
      ))}
      {groups.length === 0 && <p>{t('palette.none', { text: typed })}</p>}
    </div>
  );
}

/** What is behind a line is drawn when it is opened. */
function Line({ document, operation }: { document: ApiDocument; operation: Operation }) {
  const [isOpen, setOpen] = useState(false);
  return (
    <details className="operation" onToggle={(event) => setOpen(event.currentTarget.open)}>
      <summary>
        <span className="method" data-method={operation.method}>
          {operation.method}
        </span>
        <code>{operation.path}</code>
        <span className="operation-summary">{operation.summary}</span>
      </summary>
      {isOpen && <OperationDetails document={document} operation={operation} />}
    </details>
  );
}
