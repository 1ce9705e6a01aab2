/** Descriptions are HTML. Those of paragraphs only are written as plain text; others keep their HTML. */
const escaped = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export function htmlOf(text: string): string {
  const paragraphs = text.trim().split(/\n\s*\n/).filter(Boolean);
  return paragraphs.map((one) => `<p>${escaped(one.trim()).replaceAll('\n', '<br>')}</p>`).join('');
}

/** Undefined, where plain text would lose something. */
export function textOf(html: string): string | undefined {
  const body = new DOMParser().parseFromString(html, 'text/html').body;
  const isPlain = [...body.querySelectorAll('*')].every(({ tagName, attributes }) => ['P', 'BR'].includes(tagName) && attributes.length === 0);
  if (!isPlain) return undefined;
  body.querySelectorAll('br').forEach((line) => line.replaceWith('\n'));
  const parts = [...body.childNodes].map((node) => node.textContent?.trim() ?? '');
  return parts.filter(Boolean).join('\n\n');
}
