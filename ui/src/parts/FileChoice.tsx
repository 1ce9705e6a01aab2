import '@ui5/webcomponents-icons/dist/upload-to-cloud.js';
import { Icon } from '@ui5/webcomponents-react/Icon';
import { useState } from 'react';
import { sizeText } from '~/parts/Size';
import { t } from '~/text';

interface Props {
  file: File | undefined;
  choose: (file: File) => void;
  isFixed: boolean;
}

/** A file, dropped here or chosen. */
export function FileChoice({ file, choose, isFixed }: Props) {
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
      <input type="file" className="unseen" disabled={isFixed} aria-label={t('queue.file')} onChange={(event) => take(event.target.files)} />
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
