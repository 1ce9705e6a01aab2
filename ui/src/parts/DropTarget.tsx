import '@ui5/webcomponents-icons/dist/upload-to-cloud.js';
import { Icon } from '@ui5/webcomponents-react/Icon';
import { useRef, useState, type DragEvent, type ReactNode } from 'react';
import type { Can } from './ActionButton';
import './file.css';

interface Props {
  can: Can;
  /** What becomes of the file: "Drop the file to …". */
  text: string;
  onFile: (file: File) => void;
  children: ReactNode;
}

/** A page on which a file can be dropped; while one hovers over it, it says what will become of it. */
export function DropTarget({ can, text, onFile, children }: Props) {
  const depth = useRef(0);
  const [isOver, setOver] = useState(false);
  const isFile = (event: DragEvent) => event.dataTransfer.types.includes('Files');
  const count = (event: DragEvent, step: number) => {
    if (!isFile(event)) return;
    depth.current += step;
    setOver(depth.current > 0);
  };
  const drop = (event: DragEvent) => {
    if (!isFile(event)) return;
    event.preventDefault();
    depth.current = 0;
    setOver(false);
    const [file] = event.dataTransfer.files;
    if (file && can.allowed) onFile(file);
  };
  const over = (event: DragEvent) => {
    if (!isFile(event)) return;
    // Without this the browser would open the file, and leave the page.
    event.preventDefault();
    event.dataTransfer.dropEffect = can.allowed ? 'copy' : 'none';
  };
  return (
    <div className="drop" onDragEnter={(event) => count(event, 1)} onDragLeave={(event) => count(event, -1)} onDragOver={over} onDrop={drop}>
      {children}
      {isOver && (
        <div className="drop-sign" data-refused={!can.allowed}>
          <Icon name="upload-to-cloud" mode="Decorative" />
          <p>{can.allowed ? text : can.reason}</p>
        </div>
      )}
    </div>
  );
}
