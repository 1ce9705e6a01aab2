import '@ui5/webcomponents-icons/dist/upload-to-cloud.js';
import { Icon } from '@ui5/webcomponents-react/Icon';
import { useState } from 'react';
import { t } from '~/text';
import { sizeText } from './Size';
import './file.css';

interface Props {
  file: File | undefined;
  choose: (file: File) => void;
  isFixed: boolean;
  /** Endings of files that are meant: ".zip". */
  accept?: string;
}

/** A file, dropped here or chosen. */
export function FileChoice({ file, choose, isFixed, accept }: Props) {
  const [isOver, setOver] = useState(false);
  const take = (files: FileList | null) => {
    const [one] = files ?? [];
    if (one && !isFixed) choose(one);
  };
  return (
    <label
      className="file-choice"
      data-over={isOver}
      data-fixed={isFixed}
      onDragOver={(event) => {
        event.preventDefault();
        setOver(true);
      }}
      onDragLeave={() => setOver(false)}
      onDrop={(event) => {
        event.preventDefault();
        setOver(false);
        take(event.dataTransfer.files);
      }}
    >
      <input type="file" className="unseen" accept={accept} disabled={isFixed} aria-label={t('queue.file')} onChange={(event) => take(event.target.files)} />
      <Icon name="upload-to-cloud" mode="Decorative" />
      {file ? (
        <span>
          <strong>{file.name}</strong> <small>{sizeText(file.size)}</small>
        </span>
      ) : (
        <span>{t('queue.fileHint')}</span>
      )}
    </label>
  );
}
