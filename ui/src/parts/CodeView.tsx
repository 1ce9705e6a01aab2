import { useMemo } from 'react';
import { t } from '~/text';
import { CopyText } from './CopyAsCurl';
import { tokenLines, type CodeLanguage } from './tokens';
import './CodeView.css';

/** So that a file of megabytes does not stop the window. */
const MOST_LINES = 5_000;

interface Props {
  code: string;
  language: CodeLanguage;
  /** What it is, e.g. the name of the file. */
  label: string;
}

/** Code to read and copy, with numbered lines. To be loaded lazily: `lazy(() => import('~/parts/CodeView'))`. */
export default function CodeView({ code, language, label }: Props) {
  const lines = useMemo(() => tokenLines(code, language), [code, language]);
  return (
    <figure className="code" aria-label={label}>
      <figcaption>
        <span>{label}</span>
        <CopyText text={code} what={label} />
      </figcaption>
      <pre tabIndex={0} dir="ltr">
        {lines.slice(0, MOST_LINES).map((line, index) => (
          <code key={index}>
            {line.map(({ sort, text }, part) => (
              <span key={part} data-sort={sort}>
                {text}
              </span>
            ))}
            {'\n'}
          </code>
        ))}
      </pre>
      {lines.length > MOST_LINES && <p>{t('code.cut', { count: lines.length - MOST_LINES })}</p>}
    </figure>
  );
}
