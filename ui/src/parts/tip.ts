/**
 * A short text beside what the pointer or the focus is on: whatever has `data-tip`. One element for the whole page, in the
 * top layer, so that no table cuts it off; the browser's own `title` never shows for people who use the keyboard.
 */
const GAP = 6;
let bubble: HTMLElement | undefined;

function make(): HTMLElement {
  const element = document.createElement('div');
  element.className = 'tip';
  element.popover = 'manual';
  element.setAttribute('role', 'tooltip');
  document.body.append(element);
  return element;
}

function place(element: HTMLElement, at: DOMRect) {
  const { width, height } = element.getBoundingClientRect();
  const left = Math.min(Math.max(GAP, at.left + at.width / 2 - width / 2), window.innerWidth - width - GAP);
  const below = at.bottom + GAP;
  const top = below + height > window.innerHeight ? at.top - height - GAP : below;
  element.style.left = `${left}px`;
  element.style.top = `${top}px`;
}

function show({ target }: Event) {
  const holder = target instanceof Element ? target.closest<HTMLElement>('[data-tip]') : null;
  if (!holder?.dataset.tip) return hide();
  bubble ??= make();
  bubble.textContent = holder.dataset.tip;
  bubble.showPopover();
  place(bubble, holder.getBoundingClientRect());
}

function hide() {
  if (bubble?.matches(':popover-open')) bubble.hidePopover();
}

export function keepTips() {
  document.addEventListener('pointerover', show);
  document.addEventListener('focusin', show);
  document.addEventListener('focusout', hide);
  document.addEventListener('pointerdown', hide);
  document.addEventListener('keydown', (event) => event.key === 'Escape' && hide());
  document.addEventListener('scroll', hide, { capture: true, passive: true });
}
