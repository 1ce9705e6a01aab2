import NavigatedViewer from 'bpmn-js/lib/NavigatedViewer';
import 'bpmn-js/dist/assets/bpmn-js.css';
import 'bpmn-js/dist/assets/diagram-js.css';
import '@ui5/webcomponents-icons/dist/full-screen.js';
import '@ui5/webcomponents-icons/dist/zoom-in.js';
import '@ui5/webcomponents-icons/dist/zoom-out.js';
import { Button } from '@ui5/webcomponents-react/Button';
import { useEffect, useRef, useState } from 'react';
import { ProblemStrip } from '~/parts/ProblemView';
import { asProblem, type Problem } from '~/api/problem';
import { t } from '~/text';
import './bpmn.css';

interface Canvas {
  zoom: (to?: number | 'fit-viewport', center?: 'auto') => number;
}

/** Colours are the theme's, so that a drawing changes with it. */
const COLOURS = {
  defaultFillColor: 'var(--sapGroup_ContentBackground)',
  defaultStrokeColor: 'var(--sapTextColor)',
  defaultLabelColor: 'var(--sapTextColor)',
};
const FONT = "'72', '72full', Arial, Helvetica, sans-serif";
const STEP = 1.25;

/** A BPMN model as it was drawn; moved with the pointer or the arrow keys. To be loaded lazily. */
export default function Bpmn({ xml, label }: { xml: string; label: string }) {
  const room = useRef<HTMLDivElement>(null);
  const canvas = useRef<Canvas>(undefined);
  const [problem, setProblem] = useState<Problem | null>(null);
  useEffect(() => {
    const viewer = new NavigatedViewer({
      container: room.current!,
      bpmnRenderer: COLOURS,
      textRenderer: { defaultStyle: { fontFamily: FONT, fontSize: 12 }, externalStyle: { fontFamily: FONT, fontSize: 12 } },
    });
    let isOver = false;
    const whole = () => canvas.current?.zoom('fit-viewport', 'auto');
    // In a window of another size the whole of it is shown again.
    const sizes = new ResizeObserver(whole);
    viewer
      .importXML(xml)
      .then(() => {
        if (isOver) return;
        canvas.current = viewer.get<Canvas>('canvas');
        whole();
        sizes.observe(room.current!);
        setProblem(null);
      })
      .catch((thrown: unknown) => isOver || setProblem(asProblem(thrown)));
    return () => {
      isOver = true;
      sizes.disconnect();
      canvas.current = undefined;
      viewer.destroy();
    };
  }, [xml]);
  const zoom = (factor: number) => canvas.current?.zoom(canvas.current.zoom() * factor, 'auto');
  return (
    <>
      <ProblemStrip problem={problem} />
      <div className="bpmn-frame" hidden={problem !== null}>
        <div ref={room} className="bpmn" role="group" aria-label={label} />
        <div className="bpmn-tools" role="toolbar" aria-label={t('flow.tools')}>
          <Button icon="zoom-in" design="Transparent" tooltip={t('flow.zoomIn')} accessibleName={t('flow.zoomIn')} onClick={() => zoom(STEP)} />
          <Button icon="zoom-out" design="Transparent" tooltip={t('flow.zoomOut')} accessibleName={t('flow.zoomOut')} onClick={() => zoom(1 / STEP)} />
          <Button icon="full-screen" design="Transparent" tooltip={t('flow.fit')} accessibleName={t('flow.fit')} onClick={() => canvas.current?.zoom('fit-viewport', 'auto')} />
        </div>
      </div>
    </>
  );
}
